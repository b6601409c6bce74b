import type { Policy, ServiceInterval } from '../../../domain/policy/policy'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

const hoursOf = (intervals: readonly ServiceInterval[]): string =>
  intervals.map(({ fromMinute, toMinute }) => `${clock(fromMinute)} – ${clock(toMinute)}`).join(', ')

/** The service hours in words: `Monday to Friday, 8:00 – 17:00, your local time` (R25). */
export const sayServiceHours = ({ values }: Policy): string => {
  const days = weekdays.map((name, index) => ({ name, hours: hoursOf(values.serviceHours.filter(({ weekday }) => weekday === index + 1)) }))
  const runs: { first: string; last: string; hours: string }[] = []
  for (const [index, { name, hours }] of days.entries()) {
    const run = runs.at(-1)
    if (hours === '') continue
    if (run && run.hours === hours && run.last === days[index - 1]?.name) run.last = name
    else runs.push({ first: name, last: name, hours })
  }
  const said = runs.map(({ first, last, hours }) => `${first === last ? first : `${first} to ${last}`}, ${hours}`)
  return `${said.join('; ')}, ${values.hoursFollow === 'site' ? 'your local time' : 'our office’s time'}`
}
