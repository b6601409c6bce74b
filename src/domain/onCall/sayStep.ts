import { sayMomentInFull } from './sayStretch'
import type { Instant, ZoneId } from '../calendar/time'
import type { DutyEngineer } from './dutyEngineer'
import type { LadderRung } from './ladderStep'

/** What a step has to tell besides its time and its people. */
export interface StepStory {
  readonly at: Instant
  readonly to: LadderRung
  readonly people: readonly DutyEngineer[]
  /** Rungs that were due but had nobody, each with the clause that says why. */
  readonly passed: readonly { readonly rung: LadderRung; readonly clause: string }[]
  /** Whether somebody was asked before and has not acknowledged. */
  readonly unanswered: boolean
}

const titles: Readonly<Record<LadderRung, string>> = {
  staffedQueue: 'the queue',
  standbyEngineer: 'the engineer booked for standby',
  primary: 'primary on call',
  second: 'second on call',
  supportManager: 'support manager',
  exhausted: 'everybody',
}

/** A step in words, with the office's time: who gets it, whether it is because nobody answered, and which rungs had nobody. */
export const sayStep = ({ at, to, people, passed, unanswered }: StepStory, zone: ZoneId): string => {
  const when = sayMomentInFull(at, zone, at)
  if (to === 'staffedQueue') return `${when}: the desk is staffed for another zone, so it goes to the top of its queue first.`
  const names = people.map(({ name }) => name)
  const who = [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')
  const holes = passed.map(({ rung, clause }) => `${titles[rung]} (${clause})`).join(', ')
  const missing = holes === '' ? '' : ` Passed over: ${holes}.`
  if (to === 'exhausted') {
    return people.length === 0
      ? `${when}: nobody can be reached. Call the customer now, and mend the rota.${missing}`
      : `${when}: nobody is left to ask and nobody has acknowledged, so it goes to all who can be reached: ${who}. Call them, or the customer, now.${missing}`
  }
  return `${when}: ${who}, ${titles[to]}${unanswered ? ', because nobody has acknowledged' : ''}.${missing}`
}
