import type { DeskCommand } from '../../protocol/commands/deskCommands'
import type { DeskCache } from './deskCache'
import type { OverlayContext } from './overlay'
import { overlayContext } from './overlayContext'
import { readPolicy } from './readPolicy'

const byId = <T extends { readonly id: string }>(rows: readonly (T | undefined)[]): ReadonlyMap<string, T> =>
  new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]))

const named = (commands: readonly DeskCommand[], key: 'siteId' | 'contactId'): readonly string[] =>
  commands.flatMap(({ args }) => {
    const id = key in args ? (args as Partial<Record<typeof key, string | null>>)[key] : null
    return id === null || id === undefined ? [] : [id]
  })

/** Reads what the rules need to decide `commands` of one engineer; null when that engineer is not cached. */
export const readOverlayContext = async (cache: DeskCache, engineerId: string | null, commands: readonly DeskCommand[]): Promise<OverlayContext | null> => {
  const engineers = byId(await cache.synced('engineer').toArray())
  const me = engineerId === null ? undefined : engineers.get(engineerId)
  if (me === undefined) return null
  const sites = byId(await cache.synced('site').bulkGet([...named(commands, 'siteId')]))
  const customers = byId(await cache.synced('customer').bulkGet([...sites.values()].map((site) => site.customerId)))
  const contacts = byId(await cache.synced('contact').bulkGet([...named(commands, 'contactId')]))
  const policy = await readPolicy(cache)
  return overlayContext(me, { engineers, sites, customers, contacts, officeZone: policy?.values.officeZone ?? me.zone })
}
