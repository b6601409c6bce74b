import { isOpen } from '../calendar/openTimes'
import { serviceCalendar } from '../calendar/serviceCalendar'
import type { CalendarPolicy } from '../calendar/serviceCalendar'
import { toZone } from '../calendar/time'
import type { Instant } from '../calendar/time'

/** A zone for each wall clock of the contiguous states; every other zone of theirs shows one of these. */
const wallClocks = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'].map(toZone)

/**
 * Whether somebody sits at the desk at `now`, whichever customer they serve (R25, R80): with hours that follow the site
 * from 8:00 Eastern to 17:00 Pacific. With hours that follow the office every zone has the office's calendar.
 */
export const deskStaffed = (policy: CalendarPolicy, now: Instant): boolean => wallClocks.some((zone) => isOpen(serviceCalendar(policy, zone), now))
