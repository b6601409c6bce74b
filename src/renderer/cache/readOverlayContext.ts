import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import type { DeskCache } from './deskCache'
import type { OverlayContext } from './overlay'
import { overlayContext } from './overlayContext'

const byId = <T extends { readonly id: string }>(rows: readonly (T | undefined)[]): ReadonlyMap<string, T> =>
  new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]))

/** Reads what the rules need to decide `commands` of one engineer; null when that engineer is not cached. */
export const readOverlayContext = async (cache: DeskCache, engineerId: string | null, commands: readonly TicketCommand[]): Promise<OverlayContext | null> => {
  const engineers = byId(await cache.synced('engineer').toArray())
  const me = engineerId === null ? undefined : engineers.get(engineerId)
  if (me === undefined) return null
  const siteIds = commands.flatMap((command) => (command.name === 'identify' ? [command.args.siteId] : []))
  const sites = byId(await cache.synced('site').bulkGet(siteIds))
  const customers = byId(await cache.synced('customer').bulkGet([...sites.values()].map((site) => site.customerId)))
  return overlayContext(me, engineers, sites, customers)
}
