import type { SealedScope } from '../../protocol/sync/tableScopes'
import { noteTrouble } from '../bridge/troubleStore'
import type { DeskCache } from './deskCache'

/** Destroys the keys of scopes that may not be read any more. Answers those that may still be there. */
export const destroyKeys = async (cache: DeskCache, scopes: readonly SealedScope[]): Promise<readonly SealedScope[]> => {
  const left: SealedScope[] = []
  for (const scope of scopes) {
    try {
      await cache.scopeKeys.destroy(scope)
    } catch (error) {
      noteTrouble('The key of server notes could not be destroyed. It is tried again at the next sync.', error)
      left.push(scope)
    }
  }
  return left
}
