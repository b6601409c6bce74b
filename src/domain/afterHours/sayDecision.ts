import { nextOpening } from '../calendar/openTimes'
import { sayClockTime, sayDayInFull } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'
import type { RotaAnswer } from './rotaGate'

const manager = 'reach the support manager now.'

const sayPaged = ({ byHand, policy }: PageFacts, { firstTo, engineerId }: RotaAnswer): string => {
  const nobody = engineerId === null
  if (byHand !== null) {
    const page = nobody ? `${byHand.by} pages by hand, but the rota names nobody on call: ${manager}` : `${byHand.by} pages the engineer on call by hand.`
    return `${page} Reason: ${byHand.reason}`
  }
  switch (firstTo) {
    case 'standbyEngineer':
      return 'The engineer whom the standby booking names is paged.'
    case 'staffedQueue': {
      const first = `The desk is still staffed for other time zones and gets the page first, for ${policy.values.staffedFirstMinutes} min`
      return nobody ? `${first}. After it the rota names nobody on call: ${manager}` : `${first}; then the engineer on call is paged.`
    }
    case 'onCall':
      return nobody ? `A page is due, but the rota names nobody on call: ${manager}` : 'The engineer on call is paged.'
    default:
      return firstTo satisfies never
  }
}

/** The clock of a ticket that nobody takes over at closing time stands still until the desk opens (R65). */
const sayPause = ({ occasion, now, policy, zone }: PageFacts, blocking: PageGate): string => {
  if (occasion !== 'closing' || (blocking.gate === 'hours' && blocking.rule !== 'R65')) return ''
  const calendar = serviceCalendar(policy, zone)
  const opening = nextOpening(calendar, now)
  return ` The callback clock pauses until ${sayClockTime(opening, calendar.zone)} on ${sayDayInFull(opening, calendar.zone, now)}.`
}

/** What was decided and why, for engineers. `blocking` is the first gate that says no; it is null when the answer is a page. */
export const sayDecision = (facts: PageFacts, blocking: PageGate | null, contract: PageGate, rota: RotaAnswer): string => {
  if (blocking !== null) return `Nobody is paged. ${blocking.sentence}${sayPause(facts, blocking)}`
  const paged = sayPaged(facts, rota)
  return facts.byHand === null ? `${paged} ${contract.sentence}` : paged
}
