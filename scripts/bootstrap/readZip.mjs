import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import * as zlib from 'node:zlib'

/**
 * @typedef {object} ZipEntry
 * @property {string} name as stored, with forward slashes; a folder ends in one
 * @property {number} mode Unix permission bits, 0 when the archive has none
 * @property {number} size bytes when unpacked
 * @property {number} packedSize bytes in the archive
 * @property {number} method 0 stored, 8 deflated
 * @property {number} crc CRC-32 of the unpacked bytes
 * @property {number} offset where the entry's local header starts
 */

/**
 * @typedef {object} ZipReader
 * @property {readonly ZipEntry[]} entries
 * @property {(entry: ZipEntry) => Buffer} read unpacks one entry; throws when its checksum does not match
 * @property {() => void} close
 */

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/**
 * Opens a zip archive (no zip64, no encryption) without reading it into memory.
 * @param {string} path
 * @returns {ZipReader}
 */
export function readZip(path) {
  const file = openSync(path, 'r')
  try {
    const entries = readIndex(file, path)
    return {
      entries,
      read: (entry) => readEntry(file, path, entry),
      close: () => closeSync(file),
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/**
 * @param {number} file
 * @param {string} path
 * @returns {ZipEntry[]}
 */
function readIndex(file, path) {
  const { size } = fstatSync(file)
  const tail = readAt(file, path, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), Math.min(size, END_LENGTH + LONGEST_COMMENT))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.readUInt32LE(end) !== END_SIGNATURE) throw new Error(`${path} is not a zip archive, or it is cut short`)
  const count = tail.readUInt16LE(end + 10)
  const indexSize = tail.readUInt32LE(end + 12)
  const indexOffset = tail.readUInt32LE(end + 16)
  if (count === 0xffff || indexOffset === 0xffffffff) throw new Error(`${path} is a zip64 archive, which this reader does not know`)
  const index = readAt(file, path, indexOffset, indexSize)

  /** @type {ZipEntry[]} */
  const entries = []
  let at = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > index.length || index.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error(`${path} has a broken index`)
    const nameLength = index.readUInt16LE(at + 28)
    entries.push({
      method: index.readUInt16LE(at + 10),
      crc: index.readUInt32LE(at + 16),
      packedSize: index.readUInt32LE(at + 20),
      size: index.readUInt32LE(at + 24),
      mode: (index.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: index.readUInt32LE(at + 42),
      name: index.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + index.readUInt16LE(at + 30) + index.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {number} file
 * @param {string} path
 * @param {ZipEntry} entry
 */
function readEntry(file, path, entry) {
  const head = readAt(file, path, entry.offset, 30)
  if (head.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error(`${path}: ${entry.name} is not where the index says`)
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = readAt(file, path, start, entry.packedSize)
  const content = unpack(packed, entry, path)
  if (content.length !== entry.size || zlib.crc32(content) !== entry.crc) throw new Error(`${path}: ${entry.name} is damaged (its checksum does not match)`)
  return content
}

/**
 * @param {Buffer} packed
 * @param {ZipEntry} entry
 * @param {string} path
 */
function unpack(packed, entry, path) {
  if (entry.method === 0) return packed
  if (entry.method === 8) return zlib.inflateRawSync(packed)
  throw new Error(`${path}: ${entry.name} is packed with method ${entry.method}, which this reader does not know`)
}

/**
 * @param {number} file
 * @param {string} path
 * @param {number} position
 * @param {number} length
 */
function readAt(file, path, position, length) {
  const buffer = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const got = readSync(file, buffer, done, length - done, position + done)
    if (got === 0) throw new Error(`${path} is cut short`)
    done += got
  }
  return buffer
}
