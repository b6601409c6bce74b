import type { Instant } from '../../src/domain/calendar/time'
import type { DeskCommand } from '../../src/protocol/commands/deskCommands'
import type { GivenKind } from './plansOf'
import type { SimWorld } from './SimBackend'

const priorities = ['low', 'medium', 'high', 'urgent'] as const
const states = ['open', 'waiting', 'resolved', 'closed'] as const

/** The command a step of a plan gives; texts bear the event's id, so that an effect is found whatever number it has. */
export const commandOf = (world: SimWorld, kind: GivenKind, ticketId: string, pick: number, eventId: string, now: Instant): DeskCommand => {
  const on = { ticketId, eventId }
  const text = `${kind} ${eventId}`
  switch (kind) {
    case 'addNote':
    case 'reply':
      return { name: kind, args: { ...on, text } }
    case 'claim':
    case 'acknowledge':
      return { name: kind, args: on }
    case 'release':
      return { name: kind, args: { ...on, reason: text } }
    case 'setPriority':
      return { name: kind, args: { ...on, priority: priorities[pick % 4] ?? 'low', productionDown: pick % 3 === 0, reason: text } }
    case 'identify': {
      const at = world.customers[pick % world.customers.length]
      if (at === undefined) throw new Error('the world has customers')
      return { name: kind, args: { ...on, customerId: at.customerId, siteId: at.siteId, contactId: pick % 2 === 0 ? at.contactId : null } }
    }
    case 'setState':
      return { name: kind, args: { ...on, state: states[pick % 4] ?? 'open', reason: text } }
    case 'logCall':
      return { name: kind, args: { ...on, outcome: 'reached', number: '+1 612 555 0101', contactName: 'Pat Lind', text, startedAt: now, minutes: pick } }
    default:
      return kind satisfies never
  }
}
