import { completePolicy } from '../../domain/policy/completePolicy'
import type { Policy } from '../../domain/policy/policy'
import type { DeskCache } from './deskCache'

/** The firm's numbers from the cache, complete also when an older version cached them; null before the first sync. */
export const readPolicy = async (cache: DeskCache): Promise<Policy | null> => {
  const cached = await cache.synced('policy').get('policy')
  return cached === undefined ? null : completePolicy(cached)
}
