import { mutantsOf } from './mutant'

/** Breaks of the one policy record: R7, R25, R27, R57–R67, R78–R80. */
export const policyMutants = mutantsOf('policy', [
  ['R7', 'judgePolicy.ts', "name.trim() === '' || email.trim() === ''", "name.trim() === ''", 'takes a contact without an address'],
  ['R25', 'defaultPolicy.ts', "hoursFollow: 'site'", "hoursFollow: 'office'", 'begins with one office zone'],
  ['R25', 'defaultPolicy.ts', 'fromMinute: 8 * 60, toMinute: 17 * 60', 'fromMinute: 8 * 60, toMinute: 18 * 60', 'keeps the desk open until 18:00'],
  ['R27', 'judgePolicy.ts', '!isDate(date) || ', '', 'takes a holiday on 31 February'],
  ['R57', 'defaultPolicy.ts', 'assignmentMinutes: 30', 'assignmentMinutes: 60', 'assigns within an hour'],
  ['R58', 'defaultPolicy.ts', 'urgentCallbackMinutes: 30', 'urgentCallbackMinutes: 60', 'calls back within an hour when production is down'],
  ['R59', 'defaultPolicy.ts', 'mediumCallbackMinutes: 120', 'mediumCallbackMinutes: 240', 'calls back within four hours for Medium'],
  ['R60', 'defaultPolicy.ts', "callbackStoppedBy: ['reached', 'voicemail']", "callbackStoppedBy: ['reached', 'voicemail', 'noAnswer']", 'lets a call without an answer count'],
  ['R60', 'defaultPolicy.ts', "emailStopsCallback: 'whenAsked'", "emailStopsCallback: 'always'", 'lets every e-mail count'],
  ['R61', 'defaultPolicy.ts', 'highCallbackMinutes: 60', 'highCallbackMinutes: 120', 'gives High the time of Medium'],
  ['R62', 'defaultPolicy.ts', 'lowCallbackMinutes: 540', 'lowCallbackMinutes: 1_080', 'gives Low two business days'],
  ['R64', 'defaultPolicy.ts', 'pageManagerMinutes: 20', 'pageManagerMinutes: 30', 'asks the manager after half an hour'],
  ['R64', 'defaultPolicy.ts', 'pageCallbackMinutes: 30', 'pageCallbackMinutes: 60', 'calls back an hour after the page'],
  ['R64', 'judgePolicy.ts', 'values.pageManagerMinutes < values.pageSecondMinutes', 'values.pageManagerMinutes < 0', 'lets the manager be reached before the second'],
  ['R65', 'defaultPolicy.ts', 'handOverAtClosing: true', 'handOverAtClosing: false', 'hands nothing over at closing time'],
  ['R67', 'defaultPolicy.ts', 'answerMinutes: 240', 'answerMinutes: 480', 'answers within eight hours'],
  ['R71', 'defaultPolicy.ts', 'engineerUrgentPages: false', 'engineerUrgentPages: true', 'lets an engineer’s raise page'],
  ['R78', 'defaultPolicy.ts', 'contractGraceDays: 0', 'contractGraceDays: 7', 'gives every contract a week of grace'],
  ['R79', 'defaultPolicy.ts', 'rotaHandOver: { weekday: 1,', 'rotaHandOver: { weekday: 2,', 'hands the rota over on Tuesdays'],
  ['R80', 'defaultPolicy.ts', 'staffedFirstMinutes: 5', 'staffedFirstMinutes: 15', 'keeps a page at a staffed desk for a quarter of an hour'],
  ['R32', 'defaultPolicy.ts', 'accessCutoffMinutes: 30', 'accessCutoffMinutes: 0', 'has no last moment for the same day'],
  ['R34', 'defaultPolicy.ts', 'temporaryAccessDays: 5', 'temporaryAccessDays: 10', 'lets temporary access last two weeks'],
  ['R57', 'changePolicy.ts', 'version: policy.version + 1', 'version: policy.version', 'changes the policy without a new version'],
  ['R25', 'completePolicy.ts', '{ ...defaultPolicyValues, ...values }', '{ ...values, ...defaultPolicyValues }', 'sets an older policy back to the defaults'],
])
