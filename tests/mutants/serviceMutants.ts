import { mutantsOf } from './mutant'

/** Breaks of professional services: R3, R6, R81, R82, R84, R90–R96. */
export const serviceMutants = mutantsOf('services', [
  ['R3', 'scheduleWork.ts', "if (engineer.role !== 'installation') return", "if (engineer.role === 'accountManager') return", 'lets HelpDesk do professional services'],
  ['R6', 'stepRule.ts', "rule: 'R6', roles: ['accountManager'], from", "rule: 'R6', roles: ['accountManager', 'helpdesk'], from", 'lets HelpDesk send a quote'],
  ['R6', 'stepRule.ts', "rule: 'R6', roles: ['projectManager'], from", "rule: 'R6', roles: ['projectManager', 'installation'], from", 'lets installation set the day'],
  ['R6', 'bookStandby.ts', "actor.role !== 'projectManager' && actor.role !== 'administrator'", "actor.role === 'accountManager'", 'lets anybody book standby'],
  ['R81', 'bookStandby.ts', "if (quote.acceptedAt === null || quote.acceptedAt > at)", "if (quote.acceptedAt !== null && quote.acceptedAt > at)", 'books standby before the quote is accepted'],
  ['R81', 'busyTimes.ts', 'startsAt < wanted.endsAt && wanted.startsAt < endsAt', 'startsAt < wanted.endsAt && wanted.startsAt > endsAt', 'lets one engineer stand by twice'],
  ['R82', 'carryOutWork.ts', 'context.at < first.startsAt', 'context.at < first.startsAt - 86_400_000', 'lets the work begin before its appointment'],
  ['R82', 'scheduleWork.ts', 'if (isOutsideHours(wanted, context) && !outsideHours) {', 'if (isOutsideHours(wanted, context) && outsideHours) {', 'sets nights and weekends that nobody agreed to'],
  ['R82', 'scheduleWork.ts', 'closes === null || endsAt > closes', 'closes === null', 'takes an appointment into the evening for one within hours'],
  ['R84', 'serviceItem.ts', "'training', 'healthCheck'] as const", "'healthCheck', 'training'] as const", 'lists the services in another order'],
  ['R90', 'endProject.ts', "if (reason === '')", "if (reason === ' ')", 'ends a project without a reason'],
  ['R90', 'sendQuote.ts', "if (number === '') return", "if (number === ' ') return", 'sends a quote without a number'],
  ['R91', 'recordAcceptance.ts', 'signedQuoteAt !== null && purchaseOrder !== null ?', 'signedQuoteAt !== null || purchaseOrder !== null ?', 'accepts with one of the two papers'],
  ['R91', 'recordAcceptance.ts', 'return signed === quote.number ? null', "return signed !== '' ? null", 'takes the signature under another quote'],
  ['R91', 'sendQuote.ts', 'signedQuoteAt: null, purchaseOrder: null', 'purchaseOrder: null', 'lets an old signature count for a new quote'],
  ['R92', 'overviewMeeting.ts', 'if (meetingAt <= context.at)', 'if (meetingAt < context.at)', 'arranges a meeting for this very moment'],
  ['R92', 'stepRule.ts', "roles: ['projectManager'], from: ['accepted', 'meetingArranged']", "roles: ['projectManager'], from: ['quoted', 'accepted', 'meetingArranged']", 'arranges the meeting before the purchase order'],
  ['R93', 'overviewMeeting.ts', "if (statementOfWork === '') return", "if (statementOfWork === ' ') return", 'holds a meeting that gathers nothing'],
  ['R93', 'overviewMeeting.ts', 'project.meetingAt !== null && context.at < project.meetingAt', 'project.meetingAt !== null && context.at < project.meetingAt - 31_536_000_000', 'records a meeting before it was held'],
  ['R94', 'stepRule.ts', "from: ['meetingHeld', 'scheduled', 'inProgress'] }", "from: ['quoted', 'meetingHeld', 'scheduled', 'inProgress'] }", 'schedules before acceptance'],
  ['R94', 'whyNotNow.ts', 'if (from.includes(state)) return null\n', "if (from.includes(state) || state === 'quoted') return null\n", 'lets everything follow the quote'],
  ['R95', 'carryOutWork.ts', 'if (!isTheirs(project, context)) return', "if (!isTheirs(project, context) && project.state === 'done') return", 'lets an engineer work on another’s project'],
  ['R95', 'projectContact.ts', "kind: 'installationEngineer', engineerId: project.engineerId", "kind: 'installationEngineer', engineerId: null", 'does not name the dedicated engineer'],
  ['R96', 'projectContact.ts', "kind: 'helpDesk', engineerId: null", "kind: 'projectManager', engineerId: null", 'sends questions to the project manager after the last day'],
])
