import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readZip } from './readZip.mjs'

/** Written by another tool (Python's zipfile): a folder, a deflated program, a stored text, and a comment at the end. */
const ARCHIVE = Buffer.from(
  'UEsDBBQAAAAAAAAAIVwAAAAAAAAAAAAAAAAEAAAAQXBwL1BLAwQUAAAACAAAACFcPVW6FhwAAACkAQAABwAAAEFwcC9ydW5TVtRPyszTL87gSk3OyFfISM3JyedSHhUcTIIAUEsDBBQAAAAAAAAAIVxleNFaDwAAAA8AAAANAAAAQXBwL25vdGVzLnR4dHN0b3JlZCBhcyBpdCBpc1BLAQIUAxQAAAAAAAAAIVwAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAADtQQAAAABBcHAvUEsBAhQDFAAAAAgAAAAhXD1VuhYcAAAApAEAAAcAAAAAAAAAAAAAAO2BIgAAAEFwcC9ydW5QSwECFAMUAAAAAAAAACFcZXjRWg8AAAAPAAAADQAAAAAAAAAAAAAApIFjAAAAQXBwL25vdGVzLnR4dFBLBQYAAAAAAwADAKIAAACdAAAACQBhIGNvbW1lbnQ=',
  'base64',
)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function archiveOf(bytes: Buffer): string {
  const path = join(folder, 'archive.zip')
  writeFileSync(path, bytes)
  return path
}

describe('readZip', () => {
  it('lists names and permissions, and unpacks deflated and stored entries', () => {
    const zip = readZip(archiveOf(ARCHIVE))
    try {
      expect(zip.entries.map((entry) => [entry.name, entry.mode])).toEqual([
        ['App/', 0o755],
        ['App/run', 0o755],
        ['App/notes.txt', 0o644],
      ])
      const contents = zip.entries.map((entry) => zip.read(entry).toString())
      expect(contents).toEqual(['', '#!/bin/sh\necho hello\n'.repeat(20), 'stored as it is'])
    } finally {
      zip.close()
    }
  })

  it('refuses an entry whose checksum does not match', () => {
    const damaged = Buffer.from(ARCHIVE)
    damaged.write('S', damaged.indexOf('stored as it is'))
    const zip = readZip(archiveOf(damaged))
    try {
      const notes = zip.entries.find((entry) => entry.name === 'App/notes.txt')
      expect(() => notes && zip.read(notes)).toThrow('App/notes.txt is damaged')
    } finally {
      zip.close()
    }
  })

  it('refuses what is cut short, and what is no archive', () => {
    expect(() => readZip(archiveOf(ARCHIVE.subarray(0, 200)))).toThrow('is not a zip archive, or it is cut short')
    expect(() => readZip(archiveOf(Buffer.from('hello')))).toThrow('is not a zip archive')
    expect(() => readZip(archiveOf(Buffer.alloc(0)))).toThrow('is not a zip archive')
  })
})
