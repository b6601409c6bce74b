import { holidayAt, isOpen } from '../calendar/openTimes'
import { sayClockTime } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

const gate = (pass: boolean, rule: string, sentence: string): PageGate => ({ gate: 'hours', pass, rule, sentence })

/**
 * Nobody is paged while the desk is open for the customer (R22). 17:00:00 is after hours, by the wall clock of the zone
 * that counts (R25, R26, R28), and so is a holiday (R27). At closing time an open ticket is handed over unless the firm
 * chose not to (R65).
 */
export const hoursGate = ({ occasion, now, channel, policy, zone }: PageFacts): PageGate => {
  const calendar = serviceCalendar(policy, zone)
  if (isOpen(calendar, now)) {
    const rule = channel === 'hotline' ? 'R22' : 'R68'
    return gate(false, rule, `The desk is open for this customer at ${sayClockTime(now, calendar.zone)}, so the queue order rules.`)
  }
  if (occasion === 'closing') {
    return policy.values.handOverAtClosing
      ? gate(true, 'R65', `The desk has closed for this customer at ${sayClockTime(now, calendar.zone)}, and nobody has called back yet.`)
      : gate(false, 'R65', 'The firm has chosen not to hand open tickets to the engineer on call at closing time.')
  }
  const holiday = holidayAt(calendar, now)
  return holiday === null
    ? gate(true, 'R26', `At ${sayClockTime(now, calendar.zone)} it is outside service hours for this customer.`)
    : gate(true, 'R27', `It is ${holiday}, a holiday, and so outside service hours.`)
}
