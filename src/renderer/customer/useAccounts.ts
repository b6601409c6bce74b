import { useCached } from '../cache/views/useCached'
import type { Accounts } from './findCallers'

const nothing: Accounts = { customers: [], sites: [], contacts: [] }

/** All accounts with their sites and people, from the cache, alive. */
export function useAccounts(): Accounts {
  return useCached(
    async (cache): Promise<Accounts> => {
      const [customers, sites, contacts] = await Promise.all([cache.synced('customer').toArray(), cache.synced('site').toArray(), cache.synced('contact').toArray()])
      return { customers, sites, contacts }
    },
    [],
    nothing,
  )
}
