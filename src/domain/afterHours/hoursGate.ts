import { holidayAt, isOpen } from '../calendar/openTimes'
import { sayClockTime } from '../calendar/sayTime'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

/** Nobody is paged while the desk is open for the customer; 17:00:00 is after hours, and so is a holiday (R22, R26, R27). */
export const hoursGate = ({ now, channel, policy, zone }: PageFacts): PageGate => {
  const calendar = serviceCalendar(policy, zone)
  const time = sayClockTime(now, calendar.zone)
  if (isOpen(calendar, now)) {
    return {
      gate: 'hours',
      pass: false,
      rule: channel === 'hotline' ? 'R22' : 'R68',
      sentence: `The desk is open for this customer at ${time}, so the queue order rules.`,
    }
  }
  const holiday = holidayAt(calendar, now)
  return holiday === null
    ? { gate: 'hours', pass: true, rule: 'R26', sentence: `At ${time} it is outside service hours for this customer.` }
    : { gate: 'hours', pass: true, rule: 'R27', sentence: `It is ${holiday}, a holiday, and so outside service hours.` }
}
