import { mutantsOf } from './mutant'

/** Breaks of the service hours: R25–R29, and where they say which zone and which day. */
export const calendarMutants = mutantsOf('calendar', [
  ['R25', 'serviceCalendar.ts', "hoursFollow === 'office' || ", '', 'ignores the firm’s choice of one office zone'],
  ['R25', 'serviceCalendar.ts', '? officeZone : siteZone', '? officeZone : officeZone', 'uses the office’s clock for every site'],
  ['R26', 'compiledCalendar.ts', 'return start !== undefined && start <= at', 'return start !== undefined && start < at', 'says 8:00:00 is still closed'],
  ['R26', 'compiledCalendar.ts', 'return start !== undefined && start <= at', 'return (start !== undefined && start <= at) || this.#ends.includes(at)', 'says 17:00:00 is still open'],
  ['R26', 'openTimes.ts', 'return from <= at ? to : null', 'return from < at ? to : null', 'finds no closing time at 8:00:00 sharp'],
  ['R27', 'monthOpenings.ts', 'if (name === undefined) {', 'if (name === undefined || name !== undefined) {', 'opens the desk on holidays'],
  ['R27', 'monthOpenings.ts', "date.startsWith(prefix)", "date.includes('-')", 'closes the day of every month that has a holiday’s number'],
  ['R27', 'openTimes.ts', "[0]?.name ?? null", "[1]?.name ?? null", 'does not know the holiday’s name'],
  ['R27', 'monthOpenings.ts', 'to: instantOf(day + 1, 0), name', 'to: instantOf(day, 720), name', 'ends a holiday at noon'],
  ['R28', 'monthOpenings.ts', 'change !== null && change.epochMilliseconds <= end.epochMilliseconds', 'change !== null && change.epochMilliseconds < start.epochMilliseconds', 'counts 24 hours on days on which the clocks change'],
  ['R28', 'zoneOffset.ts', 'shiftMinutes: (next.offset - period.offset) / 60_000', 'shiftMinutes: (period.offset - next.offset) / 60_000', 'tells spring from autumn the wrong way round'],
  ['R28', 'segmentsBetween.ts', 'return markClockChanges(segments, calendar.zone, from, to)', 'return segments', 'does not show where the clocks change on the way'],
  ['R28', 'stateZones.ts', '?.length ?? 0) > 1', '?.length ?? 0) > 2', 'takes a state split between two zones for one of a single zone'],
  ['R28', 'stateZones.ts', "AZ: zones('America/Phoenix', 'America/Denver')", "AZ: mountain", 'puts Arizona on Denver’s clock'],
  ['R28', 'zoneLetters.ts', 'arizona.has(zone) ? name : (family[name] ?? name)', 'family[name] ?? name', 'calls Arizona MT, an hour off all summer'],
  ['R29', 'serviceCalendar.ts', ' || isOutsideStatedArea(siteZone)', '', 'keeps Alaska’s hours by Alaska’s clock'],
  ['R29', 'contiguousZones.ts', '=> !contiguous.has(zone)', '=> contiguous.has(zone)', 'turns the stated area inside out'],
])
