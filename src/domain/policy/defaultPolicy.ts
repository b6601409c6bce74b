import { toZone } from '../calendar/time'
import type { PolicyValues, ServiceInterval } from './policy'

const weekdays = [1, 2, 3, 4, 5]

const eightToFive: readonly ServiceInterval[] = weekdays.map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 17 * 60 }))

/** What a firm starts with. Holidays are empty until an administrator confirms them (R27). */
export const defaultPolicyValues: PolicyValues = {
  firmName: 'The Fax Guys',
  supportAddress: 'support@thefaxguys.example',
  accessAddress: 'access@thefaxguys.example',
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
  callbackStoppedBy: ['reached', 'voicemail'],
  emailStopsCallback: 'whenAsked',
  pageAcknowledgeMinutes: 10,
  pageCallbackMinutes: 30,
  pageSecondMinutes: 10,
  pageManagerMinutes: 20,
  handOverAtClosing: true,
  engineerUrgentPages: false,
  contractGraceDays: 0,
  staffedFirstMinutes: 5,
  rotaHandOver: { weekday: 1, minute: 8 * 60 },
  rotaWeeks: 1,
  accessCutoffMinutes: 30,
  temporaryAccessDays: 5,
}
