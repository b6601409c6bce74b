import type { Engineer } from '../../../domain/access/engineer'
import { useCached } from './useCached'

const none: ReadonlyMap<string, Engineer> = new Map()

/** Every engineer by id, switched off or not, since old entries name them. */
export const useEngineers = (): ReadonlyMap<string, Engineer> =>
  useCached(async (cache): Promise<ReadonlyMap<string, Engineer>> => new Map((await cache.synced('engineer').toArray()).map((each) => [each.id, each])), [], none)
