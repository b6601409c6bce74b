import type { SealedScope } from '../../protocol/sync/tableScopes'
import type { DeskCache } from './deskCache'
import { readMeta, writeMeta } from './readMeta'

/** Rows of one scope are sealed with one key: with another, the page is taken again after `adoptKeys`. */
export const noteKeys = async (cache: DeskCache, sealedWith: ReadonlyMap<SealedScope, string>): Promise<void> => {
  for (const [scope, keyId] of sealedWith) {
    const before = await readMeta(cache, `sealedWith:${scope}`)
    if (before !== null && before !== keyId) throw new Error('The key of server notes has changed. They are fetched again.')
    await writeMeta(cache, `sealedWith:${scope}`, keyId)
  }
}
