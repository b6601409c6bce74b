import { Temporal } from 'temporal-polyfill'
import { isZone } from '../calendar/isZone'
import type { PolicyValues, ServiceInterval } from './policy'
import { policyFields } from './policyFields'
import type { PolicyField } from './policyFields'

/** What is wrong with a field and what to do, for the administrator who changes it. */
export interface PolicyProblem {
  readonly field: keyof PolicyValues
  readonly sentence: string
}

const isWhole = (value: unknown, min: number, max: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** What the field's own kind, bounds and options say of a value; null when nothing is wrong with it. */
const judgeField = (about: PolicyField, value: unknown): string | null => {
  switch (about.kind) {
    case 'number':
      return isWhole(value, about.min, about.max) ? null : `${about.label}: give a whole number of ${about.unit} from ${about.min} to ${about.max.toLocaleString('en-US')}.`
    case 'choice':
      return about.options.includes(value as string) ? null : `${about.label}: choose one of ${about.options.join(', ')}.`
    case 'set': {
      const chosen = value as readonly string[]
      return chosen.length > 0 && chosen.every((each) => about.options.includes(each)) ? null : `${about.label}: choose one or more of ${about.options.join(', ')}.`
    }
    case 'text':
      return (value as string).trim() === '' ? `${about.label}: this may not be empty.` : null
    case 'person': {
      const { name, email } = value as PolicyValues['supportQuestions']
      return name.trim() === '' || email.trim() === '' ? `${about.label}: give a name and an e-mail address (${about.rule}).` : null
    }
    case 'zone':
      return isZone(value as string) ? null : `${about.label}: “${String(value)}” is no time zone. Use a name such as America/Chicago.`
    case 'weekTime': {
      const { weekday, minute } = value as PolicyValues['rotaHandOver']
      return isWhole(weekday, 1, 7) && isWhole(minute, 0, 1_439) ? null : `${about.label}: choose a weekday and a time of day.`
    }
    case 'serviceHours':
      return judgeHours(about.label, value as readonly ServiceInterval[])
    case 'holidays':
      return judgeHolidays(about.label, value as PolicyValues['holidays'])
    case 'switch':
      return null
    default:
      return about satisfies never
  }
}

const judgeHours = (label: string, hours: readonly ServiceInterval[]): string | null => {
  if (hours.length === 0) return `${label}: the desk has to be open at some time of the week, or no promise can be kept.`
  const sound = hours.every(({ weekday, fromMinute, toMinute }) => isWhole(weekday, 1, 7) && isWhole(fromMinute, 0, 1_439) && isWhole(toMinute, fromMinute + 1, 1_440))
  if (!sound) return `${label}: each stretch has to end after it begins, within one day.`
  const ordered = hours.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute)
  const overlap = ordered.some((next, index) => ordered[index - 1]?.weekday === next.weekday && next.fromMinute < (ordered[index - 1]?.toMinute ?? 0))
  return overlap ? `${label}: two stretches of one day overlap. Make one of them.` : null
}

const judgeHolidays = (label: string, holidays: PolicyValues['holidays']): string | null => {
  const wrong = holidays.find(({ date, name }) => !isDate(date) || name.trim() === '')
  if (wrong !== undefined) return `${label}: “${wrong.date} ${wrong.name}” needs a day of the calendar, such as 2026-11-26, and a name.`
  const twice = holidays.find(({ date }, index) => holidays.findIndex((other) => other.date === date) < index)
  return twice === undefined ? null : `${label}: ${twice.date} is on the list twice.`
}

/** Every problem of a policy, in the order of the fields; empty when it may be used. */
export const judgePolicy = (values: PolicyValues): readonly PolicyProblem[] => {
  const problems: PolicyProblem[] = []
  for (const field of Object.keys(policyFields) as (keyof PolicyValues)[]) {
    const sentence = judgeField(policyFields[field], values[field])
    if (sentence !== null) problems.push({ field, sentence })
  }
  if (values.pageManagerMinutes < values.pageSecondMinutes) {
    problems.push({ field: 'pageManagerMinutes', sentence: 'The support manager cannot be reached before the second on call: give a longer time (R64).' })
  }
  return problems
}
