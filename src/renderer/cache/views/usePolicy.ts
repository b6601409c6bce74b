import type { Policy } from '../../../domain/policy/policy'
import { useCached } from './useCached'

/** The firm's numbers; null before the first sync. */
export const usePolicy = (): Policy | null =>
  useCached(async (cache): Promise<Policy | null> => (await cache.synced('policy').get('policy')) ?? null, [], null)
