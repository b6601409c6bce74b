import type { Policy } from '../../../domain/policy/policy'
import { readPolicy } from '../readPolicy'
import { useCached } from './useCached'

/** The firm's numbers; null before the first sync. */
export const usePolicy = (): Policy | null => useCached(readPolicy, [], null)
