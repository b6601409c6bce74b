import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../settings/openStore'
import type { Cipher } from './cipher'
import { SessionVault } from './sessionVault'
import type { SealedSession } from './sessionVault'

const token = 'canary-3b9f'

/** A keyring with a key of its own: it writes the text in base64 beside its key, and opens only what bears that key. */
const keyring = (keeper: string, key = keeper): Cipher => ({
  keeper,
  seal: (text) => Promise.resolve(Buffer.from(`${key}:${Buffer.from(text).toString('base64')}`)),
  open: (sealed) => {
    const [sealedWith, text = ''] = sealed.toString().split(':')
    return sealedWith === key ? Promise.resolve(Buffer.from(text, 'base64').toString()) : Promise.reject(new Error('wrong key'))
  },
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const vault = (cipher: Cipher | null | Promise<Cipher | null>, log = vi.fn<(sentence: string) => void>()): SessionVault =>
  new SessionVault({
    store: openStore<SealedSession>({ folder, name: 'session', defaults: { keeper: null, sealed: null }, parse: (content) => content as SealedSession, report: log }),
    cipher: Promise.resolve(cipher),
    log,
  })

describe('SessionVault', () => {
  it('P49 keeps the token sealed for the next start, never plain', async () => {
    expect(await vault(keyring('kwallet6')).save(token)).toEqual({ storage: 'keyring' })
    expect(readFileSync(join(folder, 'session.json'), 'utf8')).not.toContain(token)
    expect(await vault(keyring('kwallet6')).load()).toEqual({ refreshToken: token, storage: 'keyring' })
  })

  it('P49 keeps it in memory alone when there is no keyring', async () => {
    const first = vault(null)
    expect(await first.save(token)).toEqual({ storage: 'memory' })
    expect(await first.load()).toEqual({ refreshToken: token, storage: 'memory' })
    expect(readFileSync(join(folder, 'session.json'), 'utf8')).not.toContain(token)
    expect(await vault(null).load()).toEqual({ refreshToken: null, storage: 'memory' })
  })

  it('P50 asks for a new sign-in when the keyring changed between two starts', async () => {
    await vault(keyring('gnome_libsecret')).save(token)
    const log = vi.fn<(sentence: string) => void>()
    expect(await vault(keyring('kwallet6'), log).load()).toEqual({ refreshToken: null, storage: 'keyring' })
    expect(log).toHaveBeenCalledWith(expect.stringContaining('gnome_libsecret'))
  })

  it('P50 asks for a new sign-in when the keyring’s key changed', async () => {
    await vault(keyring('kwallet6', 'old')).save(token)
    expect(await vault(keyring('kwallet6', 'new')).load()).toEqual({ refreshToken: null, storage: 'keyring' })
  })

  it('P50 falls to memory when the keyring refuses to seal or cannot be asked', async () => {
    const locked: Cipher = { ...keyring('kwallet6'), seal: () => Promise.reject(new Error('locked')) }
    const first = vault(locked)
    expect(await first.save(token)).toEqual({ storage: 'memory' })
    expect(await first.load()).toMatchObject({ refreshToken: token })
    expect(await vault(Promise.reject(new Error('no bus'))).load()).toEqual({ refreshToken: null, storage: 'memory' })
  })

  it('P46 forgets on request, on the disk too', async () => {
    const first = vault(keyring('kwallet6'))
    await first.save(token)
    await first.save(null)
    expect(await first.load()).toEqual({ refreshToken: null, storage: 'keyring' })
    expect(await vault(keyring('kwallet6')).load()).toEqual({ refreshToken: null, storage: 'keyring' })
  })
})
