import type { AccessCommand } from '../../domain/access/accessCommand'
import type { AccessOutcome } from '../../domain/access/accessOutcome'
import { refuseAccess } from '../../domain/access/accessOutcome'
import { completeRequest } from '../../domain/access/completeRequest'
import { applyAccessCommand } from '../../domain/access/applyAccessCommand'
import type { Instant } from '../../domain/calendar/time'
import type { DeskCache } from './deskCache'
import { readPolicy } from './readPolicy'

/** What a decision on a request for access comes to by this desk's rows, before the backend has it; the backend decides again. */
export const decideAccess = async (cache: DeskCache, engineerId: string, command: AccessCommand, at: Instant): Promise<AccessOutcome> => {
  const request = await cache.synced('accessRequest').get(command.args.requestId)
  if (request === undefined) return refuseAccess('notFound', 'This request for access is not on this desk any more.')
  const policy = await readPolicy(cache)
  const me = await cache.synced('engineer').get(engineerId)
  if (policy === null || me === undefined) return refuseAccess('notAllowed', 'Nobody has signed in on this desk yet. Please sign in first.')
  const customerId = command.name === 'grantAccess' ? command.args.customerId : request.customerId
  const asked = command.name === 'grantAccess' ? completeRequest(request, command.args.found) : request
  const email = (asked.email ?? '').trim().toLowerCase()
  const [sites, contacts, sameEmail, granted] = await Promise.all([
    customerId === null ? [] : cache.synced('site').where({ customerId }).toArray(),
    customerId === null ? [] : cache.synced('contact').where({ customerId }).toArray(),
    cache.synced('contact').filter((contact) => contact.email === email).first(),
    request.contactId === null ? undefined : cache.synced('contact').get(request.contactId),
  ])
  const zone = sites.find(({ main }) => main)?.zone ?? policy.values.officeZone
  const actor = { kind: 'engineer', id: me.id, name: me.name } as const
  return applyAccessCommand(request, command, { contacts, sameEmail: sameEmail ?? null, granted: granted ?? null }, { at, actor, zone, policy })
}
