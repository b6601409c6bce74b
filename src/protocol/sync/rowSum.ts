const modulus = 1n << 128n

/** The text whose MD5 stands for one row in a digest: which row, in which revision. */
export const identityText = (id: string, rev: number): string => `${id}:${String(rev)}`

/**
 * A sum of 128-bit hashes modulo 2^128: the same whatever the order, so that rows can be added and taken away one by
 * one. MD5 is enough here: what is to be found is drift, not an attacker, who could write rows and sums alike.
 */
export const addHash = (sum: bigint, hash: bigint): bigint => (sum + hash) % modulus
export const takeHash = (sum: bigint, hash: bigint): bigint => (sum + modulus - hash) % modulus

/** A sum as it travels and is kept: 32 hex digits. */
export const sumText = (sum: bigint): string => sum.toString(16).padStart(32, '0')
export const readSum = (text: string): bigint => BigInt(`0x${text}`)
