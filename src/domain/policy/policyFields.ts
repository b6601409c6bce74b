import { callOutcomes } from '../ticket/ticket'
import { emailStops } from './policy'
import type { PolicyValues } from './policy'

/** What every field tells an administrator. `houseTarget` = our reading, not the firm's words (rules.md, preface). */
interface FieldWords {
  readonly label: string
  readonly rule: string
  readonly houseTarget: boolean
}

/** A whole number with its bounds, both allowed. Business minutes lie in service hours, real ones run around the clock. */
export interface NumberField extends FieldWords {
  readonly kind: 'number'
  readonly unit: 'business minutes' | 'real minutes' | 'days' | 'business days' | 'weeks'
  readonly min: number
  readonly max: number
}

/** One of a few. */
export interface ChoiceField extends FieldWords {
  readonly kind: 'choice'
  readonly options: readonly string[]
}

/** Some of a few, at least one. */
export interface SetField extends FieldWords {
  readonly kind: 'set'
  readonly options: readonly string[]
}

/** What needs an editor of its own; `shape` says which. */
export interface OtherField extends FieldWords {
  readonly kind: 'text' | 'person' | 'zone' | 'switch' | 'serviceHours' | 'holidays' | 'weekTime'
}

/** What is to be known of a field of the policy, by the kind of its value. */
export type PolicyField = NumberField | ChoiceField | SetField | OtherField

type FieldOf<V> = V extends number ? NumberField : PolicyField

const words = (label: string, rule: string, houseTarget: boolean): FieldWords => ({ label, rule, houseTarget })

const minutes = (unit: 'business minutes' | 'real minutes', min: number, max: number, about: FieldWords): NumberField => ({ kind: 'number', unit, min, max, ...about })

const twoWorkingWeeks = 10 * 9 * 60
const oneDay = 1_440

/**
 * The policy field by field: label, rule, bounds. The defaults are in `defaultPolicy.ts`. Used by the wire's schema,
 * by `judgePolicy`, and by whoever shows the policy.
 */
export const policyFields = {
  firmName: { kind: 'text', ...words('Name of the firm', 'R7', false) },
  supportAddress: { kind: 'text', ...words('Support address', 'R12', false) },
  accessAddress: { kind: 'text', ...words('Address for access requests', 'R24', false) },
  techLine: { kind: 'text', ...words('Tech line', 'R15', false) },
  supportQuestions: { kind: 'person', ...words('Contact for support questions', 'R7', false) },
  servicesQuestions: { kind: 'person', ...words('Contact for services questions', 'R7', false) },
  officeZone: { kind: 'zone', ...words('Zone of the office', 'R25', true) },
  hoursFollow: { kind: 'choice', options: ['site', 'office'], ...words('Service hours follow the clock of', 'R25', true) },
  serviceHours: { kind: 'serviceHours', ...words('Service hours', 'R25', false) },
  holidays: { kind: 'holidays', ...words('Holidays', 'R27', true) },
  assignmentMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('An engineer is on the ticket within', 'R57', false)),
  urgentCallbackMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('Callback for Urgent within', 'R58', false)),
  highCallbackMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('Callback for High within', 'R61', true)),
  mediumCallbackMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('Callback for Medium within', 'R59', false)),
  lowCallbackMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('Callback for Low within', 'R62', true)),
  answerMinutes: minutes('business minutes', 1, twoWorkingWeeks, words('A customer’s message is answered within', 'R67', true)),
  callbackStoppedBy: { kind: 'set', options: callOutcomes, ...words('A call keeps the callback promise when it ended as', 'R60', true) },
  emailStopsCallback: { kind: 'choice', options: emailStops, ...words('An e-mail keeps the callback promise', 'R60', true) },
  pageAcknowledgeMinutes: minutes('real minutes', 1, oneDay, words('A page is acknowledged within', 'R64', true)),
  pageCallbackMinutes: minutes('real minutes', 1, oneDay, words('Callback after a page within', 'R64', true)),
  pageSecondMinutes: minutes('real minutes', 1, oneDay, words('An unacknowledged page goes to the second on call after', 'R64', true)),
  pageManagerMinutes: minutes('real minutes', 1, oneDay, words('An unacknowledged page goes to the support manager after', 'R64', true)),
  handOverAtClosing: { kind: 'switch', ...words('Hand an open 24×7 Urgent without a callback to the engineer on call at closing time', 'R65', true) },
  engineerUrgentPages: { kind: 'switch', ...words('An engineer’s own raise to Urgent pages', 'R71', true) },
  contractGraceDays: { kind: 'number', unit: 'days', min: 0, max: 90, ...words('An ended contract still counts for', 'R78', true) },
  staffedFirstMinutes: minutes('real minutes', 0, 60, words('A staffed desk has a page to itself for', 'R80', true)),
  rotaHandOver: { kind: 'weekTime', ...words('The rota hands over on', 'R79', true) },
  rotaWeeks: { kind: 'number', unit: 'weeks', min: 1, max: 8, ...words('A shift of the rota lasts', 'R79', true) },
  accessCutoffMinutes: minutes('business minutes', 0, 9 * 60, words('An access request is due the same day when it comes this long before closing time', 'R32', true)),
  temporaryAccessDays: { kind: 'number', unit: 'business days', min: 1, max: 60, ...words('Temporary access lasts unconfirmed for', 'R34', true) },
} as const satisfies { readonly [K in keyof PolicyValues]: FieldOf<PolicyValues[K]> }
