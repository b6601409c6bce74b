import { mayOpenTicket } from '../../domain/access/mayOpenTicket'
import { isWorthTelling } from '../../domain/afterHours/isWorthTelling'
import { decidePage } from '../../domain/afterHours/decidePage'
import type { Contact } from '../../domain/customer/customer'
import { newTicket } from '../../domain/ticket/newTicket'
import type { Requester } from '../../domain/ticket/ticket'
import type { Actor } from '../../domain/ticket/timelineEvent'
import { demoId } from './demoId'
import type { DemoScene } from './demoScene'
import type { DemoStory } from './demoWorldShape'
import { addEvent } from './storyState'
import type { StoryPlace } from './storyPlace'
import type { StoryState } from './storyState'

const system: Actor = { kind: 'system', id: null, name: 'Engineer Console' }

const requesterOf = ({ requester }: DemoStory, contact: Contact | null): Requester => ({
  name: requester?.name ?? contact?.name ?? null,
  email: requester?.email ?? contact?.email ?? null,
  phone: requester?.phone ?? contact?.phone ?? null,
})

/** A story's first moment: the ticket, what was decided about paging and holding, and the entries that say so. */
export const receiveStory = (story: DemoStory, place: StoryPlace, id: string, number: number, scene: DemoScene): StoryState => {
  const { file, contact, site, zone, receivedAt } = place
  const requester = requesterOf(story, contact)
  const right = mayOpenTicket(contact, receivedAt)
  // Callers are known by what they say; only the portal and mail know for certain who is asking (R31).
  const held = (story.channel === 'portal' || story.channel === 'email') && !right.allowed
  const decision = decidePage({
    occasion: 'receipt',
    now: receivedAt,
    channel: story.channel,
    customerPriority: story.priority,
    engineerPriority: null,
    environment: story.environment,
    zone,
    policy: scene.policy,
    customerId: file?.customer.id ?? null,
    contracts: file && file.contracts,
    standby: [],
    shifts: scene.shifts,
    engineers: [...scene.engineers.values()],
    byHand: null,
  })
  const ticket = newTicket({
    id,
    number,
    customerId: file?.customer.id ?? null,
    siteId: site?.id ?? null,
    contactId: contact?.id ?? null,
    requester,
    zone,
    channel: story.channel,
    brief: story.brief,
    receivedAt,
    customerPriority: story.priority,
    environment: story.environment,
    answerBy: story.answerBy,
    heldReason: held ? 'requesterNotAuthorized' : null,
    paged: decision.page,
  })
  const page = decision.page
    ? {
        id: demoId('page', id),
        rev: 0,
        ticketId: id,
        createdAt: receivedAt,
        decision,
        engineerId: decision.engineerId,
        state: 'planned' as const,
        acknowledgedAt: null,
        acknowledgedBy: null,
      }
    : null
  const asker: Actor = { kind: 'customer', id: contact?.id ?? null, name: requester.name ?? requester.phone ?? requester.email ?? 'Unknown caller' }
  const received = addEvent({ ticket, events: [], page, at: receivedAt }, receivedAt, asker, {
    kind: 'received',
    channel: story.channel,
    priority: story.priority,
    text: story.text,
  })
  const holding = held && !right.allowed ? addEvent(received, receivedAt, system, { kind: 'held', reason: right.sentence }) : received
  return isWorthTelling(story.priority, decision)
    ? addEvent(holding, receivedAt, system, { kind: 'page', pageId: page?.id ?? null, paged: decision.page, sentence: decision.sentence, decision: decision.page ? null : decision })
    : holding
}
