import { readMeta } from '../readMeta'
import type { CopyCheck } from '../readMeta'
import { useCached } from './useCached'

/** How the last comparison of this desk's copy with the backend went, alive; null before the first one. */
export const useCopyCheck = (): CopyCheck | null => useCached(async (cache): Promise<CopyCheck | null> => readMeta(cache, 'copyCheck'), [], null)
