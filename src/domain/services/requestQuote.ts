import type { Project, ProjectItem } from './project'
import type { ProjectContext, ProjectOutcome } from './projectStep'
import { stepRefused } from './advanced'
import { servicesList } from './servicesList'

/** What a project begins with. `ticketId` is the ticket it came out of (R88), else null. */
export interface QuoteRequest {
  readonly id: string
  readonly eventId: string
  readonly customerId: string
  readonly ticketId: string | null
  readonly items: readonly ProjectItem[]
  /** What the customer wants, for the Account Manager. */
  readonly note: string
}

const faultOf = ({ items }: QuoteRequest): string | null => {
  if (items.length === 0) return 'Choose at least one item of the services list, so that the Account Manager knows what to quote.'
  const wrong = items.find(({ item, variant }) => variant !== null && !servicesList[item].variants.includes(variant))
  return wrong === undefined ? null : `${servicesList[wrong.item].name} is not offered that way. Choose another place, or none.`
}

/**
 * Step 1: asks the Account Manager for a quote (R90), from a ticket in one action (R88). Everybody of the firm may.
 * Refused without an item, or with a place the services list does not have (R84). `rev` is 0 until committed.
 */
export const requestQuote = (request: QuoteRequest, { at, actor }: Pick<ProjectContext, 'at' | 'actor'>): ProjectOutcome => {
  const fault = faultOf(request)
  if (fault !== null) return stepRefused('invalid', 'R84', fault)
  const names = request.items.map(({ item }) => servicesList[item].name).join(', ')
  const note = request.note.trim()
  const event = {
    id: request.eventId, at, actor: { id: actor.id, name: actor.name }, step: 'requestQuote', from: null, to: 'quoteRequested',
    detail: note === '' ? `Quote requested: ${names}` : `Quote requested: ${names}. ${note}`,
  } as const
  const project: Project = {
    id: request.id, rev: 0, customerId: request.customerId, ticketId: request.ticketId, state: 'quoteRequested', items: request.items,
    quote: null, signedQuoteAt: null, purchaseOrder: null, meetingAt: null, statementOfWork: null, scheduled: [], engineerId: null, history: [event],
  }
  return { ok: true, project, event }
}
