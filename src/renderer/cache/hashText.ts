import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The MD5 of a text in UTF-8, as a number of 128 bits. */
export const hashText = (text: string): bigint => BigInt(`0x${bytesToHex(md5(utf8ToBytes(text)))}`)
