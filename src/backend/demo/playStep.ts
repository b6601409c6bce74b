import { addBusinessMinutes } from '../../domain/calendar/businessTime'
import { serviceCalendar } from '../../domain/calendar/serviceCalendar'
import { addRealMinutes } from '../../domain/calendar/time'
import type { Instant } from '../../domain/calendar/time'
import { applyCommand } from '../../domain/ticket/applyCommand'
import { receiveMessage } from '../../domain/ticket/receiveMessage'
import type { Ticket } from '../../domain/ticket/ticket'
import type { TicketCommand } from '../../domain/ticket/ticketCommand'
import { demoId } from './demoId'
import type { DemoScene } from './demoScene'
import type { DemoStep } from './demoWorldShape'
import { addEvent, nextEventId } from './storyState'
import type { StoryState } from './storyState'

type EngineerStep = Exclude<DemoStep, { do: 'message' }>

/**
 * The next step of a story, or null when it has not happened yet at `scene.now`. A call is logged when it ends. Throws
 * when the domain refuses the step: the story is then told wrong.
 */
export const playStep = (step: DemoStep, state: StoryState, scene: DemoScene): StoryState | null => {
  const begins = momentOf(step, state, scene)
  const at = step.do === 'call' ? addRealMinutes(begins, step.minutes) : begins
  if (at > scene.now) return null
  if (step.do === 'message') {
    const name = state.ticket.requester.name ?? state.ticket.requester.email ?? 'Customer'
    const ticket = receiveMessage(state.ticket, { at })
    const writer = { kind: 'customer' as const, id: ticket.contactId, name }
    const heard = addEvent({ ...state, ticket }, at, writer, { kind: 'message', direction: 'in', via: step.via, text: step.text })
    return ticket.state === state.ticket.state
      ? heard
      : addEvent(heard, at, writer, { kind: 'state', from: state.ticket.state, to: ticket.state, reason: 'The customer wrote again.' })
  }
  const engineer = scene.engineer(step.by, at)
  const actor = { kind: 'engineer' as const, id: engineer.id, name: engineer.name }
  const outcome = applyCommand(state.ticket, commandOf(step, state, scene, begins), {
    at,
    actor,
    engineerName: scene.engineerName,
    site: scene.siteById,
  })
  if (!outcome.ok) {
    throw new Error(`The story "${state.ticket.brief}" in resources/demo cannot go on with "${step.do}" by ${step.by}: ${outcome.refusal.sentence}`)
  }
  const next = { ...state, ticket: outcome.ticket, at, page: acknowledgedPage(step, state, at, engineer.id) }
  return outcome.event === null ? next : addEvent(next, outcome.event.at, actor, outcome.event.body)
}

const momentOf = (step: DemoStep, state: StoryState, scene: DemoScene): Instant =>
  step.inReal === undefined
    ? addBusinessMinutes(serviceCalendar(scene.policy, state.ticket.zone), state.at, step.in ?? 0)
    : addRealMinutes(state.at, step.inReal)

const acknowledgedPage = (step: EngineerStep, { page }: StoryState, at: Instant, engineerId: string): StoryState['page'] =>
  page?.state === 'planned' && (step.do === 'acknowledge' || step.do === 'claim')
    ? { ...page, state: 'acknowledged', acknowledgedAt: at, acknowledgedBy: engineerId }
    : page

const commandOf = (step: EngineerStep, state: StoryState, scene: DemoScene, begins: Instant): TicketCommand => {
  const args = { ticketId: state.ticket.id, eventId: nextEventId(state) }
  switch (step.do) {
    case 'acknowledge':
    case 'claim':
      return { name: step.do, args }
    case 'hear':
      return { name: 'hearVoicemail', args }
    case 'note':
      return { name: 'addNote', args: { ...args, text: step.text } }
    case 'reply':
      return { name: 'reply', args: { ...args, text: step.text } }
    case 'call':
      return { name: 'logCall', args: { ...args, ...calledPerson(state.ticket), outcome: step.outcome, text: step.text, startedAt: begins, minutes: step.minutes } }
    case 'priority':
      return { name: 'setPriority', args: { ...args, priority: step.priority, productionDown: step.productionDown, reason: step.reason } }
    case 'state':
      return { name: 'setState', args: { ...args, state: step.state, reason: step.reason } }
    case 'identify': {
      const contact = scene.contact(step.customer, step.contact)
      const file = scene.file(step.customer)
      return { name: 'identify', args: { ...args, customerId: demoId('customer', step.customer), siteId: scene.site(file, contact).id, contactId: contact.id } }
    }
    default:
      return step satisfies never
  }
}

const calledPerson = ({ requester }: Ticket): { readonly number: string; readonly contactName: string } => ({
  number: requester.phone ?? 'number not given',
  contactName: requester.name ?? '',
})
