import { toZone } from '../calendar/time'
import type { PolicyValues, ServiceInterval } from './policy'

const weekdays = [1, 2, 3, 4, 5]

const eightToFive: readonly ServiceInterval[] = weekdays.map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 17 * 60 }))

/**
 * What a firm starts with. The numbers of R61, R62, R64 and R67 are house targets; holidays are empty until an
 * administrator confirms them (R27).
 */
export const defaultPolicyValues: PolicyValues = {
  firmName: 'The Fax Guys',
  supportAddress: 'support@thefaxguys.example',
  techLine: '952-252-3620',
  supportQuestions: { name: 'HelpDesk', email: 'support@thefaxguys.example' },
  servicesQuestions: { name: 'Professional services', email: 'services@thefaxguys.example' },
  officeZone: toZone('America/Chicago'),
  hoursFollow: 'site',
  serviceHours: eightToFive,
  holidays: [],
  assignmentMinutes: 30,
  urgentCallbackMinutes: 30,
  highCallbackMinutes: 60,
  mediumCallbackMinutes: 120,
  lowCallbackMinutes: 540,
  answerMinutes: 240,
  pageAcknowledgeMinutes: 10,
  pageCallbackMinutes: 30,
}
