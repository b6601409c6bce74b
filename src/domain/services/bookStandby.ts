import type { StandbyWindow } from '../afterHours/standbyWindow'
import { sayMoment } from '../calendar/sayTime'
import type { Instant } from '../calendar/time'
import { clashAmong } from './busyTimes'
import type { ProjectContext, ProjectRefusal } from './projectStep'

/** A wish for an engineer on call after hours. `quote` is the Account Manager's, null before there is one (R81). */
export interface StandbyRequest {
  readonly id: string
  readonly customerId: string
  readonly quote: { readonly number: string; readonly acceptedAt: Instant | null } | null
  readonly engineerId: string
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The booked window, or why there is none. */
export type StandbyOutcome = { readonly ok: true; readonly window: StandbyWindow } | { readonly ok: false; readonly refusal: ProjectRefusal }

const refused = (code: ProjectRefusal['code'], rule: string, sentence: string): StandbyOutcome => ({ ok: false, refusal: { code, rule, sentence } })

/**
 * Books paid standby: first the Account Manager's quote and its acceptance, then the appointment, which the Project
 * Manager makes (R6, R81). The window is half-open and pages the engineer it names, HelpDesk or installation; for an
 * Installation engineer this is the only way to be on call (R5, R82). Nobody is at two places at a time. `rev` is 0
 * until committed.
 */
export const bookStandby = (request: StandbyRequest, { at, actor, zone, engineer, busy }: ProjectContext): StandbyOutcome => {
  if (actor.role !== 'projectManager' && actor.role !== 'administrator') {
    return refused('notAllowed', 'R6', 'Only the Project Manager or an administrator may book an engineer for standby (R6).')
  }
  const { quote, startsAt, endsAt } = request
  if (quote === null || quote.number.trim() === '') return refused('notYet', 'R81', 'Not before the Account Manager has quoted the standby (R81).')
  if (quote.acceptedAt === null || quote.acceptedAt > at) return refused('notYet', 'R81', `Not before quote ${quote.number} is accepted (R81).`)
  const named = engineer(request.engineerId)
  if (named === null || !named.active) return refused('invalid', 'R81', 'Choose an engineer who works here.')
  if (named.role !== 'helpdesk' && named.role !== 'installation') return refused('invalid', 'R81', `${named.name} is no engineer. Choose a HelpDesk or an Installation engineer.`)
  if (endsAt <= startsAt) return refused('invalid', 'R81', 'The standby must end after it begins.')
  if (startsAt < at) return refused('invalid', 'R81', 'The standby must begin in the future.')
  const clash = clashAmong(busy, request)
  if (clash !== undefined) return refused('invalid', 'R81', `${named.name} is appointed elsewhere ${sayMoment(clash.startsAt, zone, at)}. Choose another time or engineer.`)
  return { ok: true, window: { id: request.id, rev: 0, customerId: request.customerId, engineerId: named.id, startsAt, endsAt, quote: quote.number.trim() } }
}
