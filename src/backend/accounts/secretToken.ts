import { createHash, randomBytes } from 'node:crypto'

/** A new opaque 256-bit token for a bearer header or a cookie. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token: its SHA-256. A token has 256 random bits, so no slow hash is needed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
