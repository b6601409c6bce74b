import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Cipher } from '../session/cipher'
import { openStore } from '../settings/openStore'
import { ScopeKeyVault } from './scopeKeyVault'
import type { SealedKeys } from './scopeKeyVault'

/** A keyring with a key of its own: what it seals is hidden and opens only with it. */
const keyring = (keeper: string, secret = 7): Cipher => ({
  keeper,
  seal: async (text) => Buffer.from([secret, ...Buffer.from(text).map((byte) => byte ^ secret)]),
  open: async (sealed) => {
    if (sealed[0] !== secret) throw new Error('wrong key')
    return Buffer.from(sealed.subarray(1).map((byte) => byte ^ secret)).toString()
  },
})

const name = 'desk:embedded serverNotes'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const onDisk = (): string => readFileSync(join(folder, 'scope-keys.json'), 'utf8')
const vault = (cipher: Cipher | null | Promise<Cipher | null>, log = vi.fn<(sentence: string) => void>()): ScopeKeyVault =>
  new ScopeKeyVault({
    store: openStore<SealedKeys>({ folder, name: 'scope-keys', defaults: { keeper: null, keys: {} }, parse: (content) => content as SealedKeys, report: log }),
    cipher: Promise.resolve(cipher),
    log,
  })

describe('ScopeKeyVault', () => {
  it('P10 P49 keeps a key for the next start, sealed, and gives the same one however often and at once', async () => {
    const first = vault(keyring('kwallet6'))
    const [key, again] = await Promise.all([first.give(name), first.give(name)])
    expect(key).toMatchObject({ storage: 'keyring' })
    expect(key.bytes).toHaveLength(32)
    expect(again).toEqual(key)
    expect(onDisk()).not.toContain(Buffer.from(key.bytes).toString('base64'))
    expect(await vault(keyring('kwallet6')).give(name)).toEqual(key)
    expect((await first.give('another')).id).not.toBe(key.id)
  })

  it('P10 without a keyring keeps it in memory alone: the next start has another', async () => {
    const first = vault(null)
    const key = await first.give(name)
    expect([key.storage, (await first.give(name)).id]).toEqual(['memory', key.id])
    expect(onDisk()).not.toContain(key.id)
    expect((await vault(null).give(name)).id).not.toBe(key.id)
  })

  it('P10 destroys a key for good, and only that one', async () => {
    const first = vault(keyring('kwallet6'))
    const key = await first.give(name)
    const other = await first.give('another')
    await first.destroy(name)
    expect(onDisk()).not.toContain(key.id)
    expect((await first.give(name)).id).not.toBe(key.id)
    expect((await vault(keyring('kwallet6')).give('another')).id).toBe(other.id)
    await first.destroy('never made')
  })

  it.each([
    ['another keyring', async () => keyring('gnome_libsecret')],
    ['the same keyring with another key', async () => keyring('kwallet6', 9)],
    ['no keyring any more', async () => null],
    ['a keyring that fails', async () => Promise.reject(new Error('locked'))],
  ])('P50 makes a new key with %s, and never fails', async (_case, later) => {
    const key = await vault(keyring('kwallet6')).give(name)
    expect((await vault(later()).give(name)).id).not.toBe(key.id)
  })

  it('P50 falls to memory when the keyring does not take a key, and says so', async () => {
    const log = vi.fn<(sentence: string) => void>()
    const refusing: Cipher = { ...keyring('kwallet6'), seal: async () => Promise.reject(new Error('no')) }
    expect((await vault(refusing, log).give(name)).storage).toBe('memory')
    expect(log).toHaveBeenCalledWith(expect.stringContaining('did not take a key'))
  })
})
