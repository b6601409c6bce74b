import type { TicketCommandName } from '../ticket/ticketCommand'
import type { EngineerRole } from './engineer'

/**
 * What a role may do: `own` only what is theirs (a ticket or project assigned to them, a shift, a page or a device of
 * their own), `withReason` only with a reason that is kept.
 */
export type OperationRight = 'yes' | 'no' | 'own' | 'withReason'

type RightsOfRoles = Readonly<Record<EngineerRole, OperationRight>>

const yes = 'yes'
const no = 'no'
const own = 'own'
const why = 'withReason'

const row = (
  helpdesk: OperationRight,
  installation: OperationRight,
  supportManager: OperationRight,
  accountManager: OperationRight,
  projectManager: OperationRight,
  administrator: OperationRight,
): RightsOfRoles => ({ helpdesk, installation, supportManager, accountManager, projectManager, administrator })

/**
 * Everything somebody of the firm can do, and who may (R1–R6). What is not in it, nobody may. A customer's rights are
 * in `customerMayDo.ts`; confirming temporary access is the primary contact's alone and so has no line here (R34).
 */
export const operations = {
  // Columns: helpdesk, installation, support manager, account manager, project manager, administrator.

  // Reading. Everybody sees every ticket (R54); server notes only who works on servers.
  signInToDesk: row(yes, yes, yes, yes, yes, yes),
  readTickets: row(yes, yes, yes, yes, yes, yes),
  readCustomers: row(yes, yes, yes, yes, yes, yes),
  readServerNotes: row(yes, yes, yes, no, no, yes),
  readPageDecisions: row(yes, yes, yes, yes, yes, yes),
  readRota: row(yes, yes, yes, yes, yes, yes),
  readEscalations: row(yes, yes, yes, yes, yes, yes),
  readProjects: row(yes, yes, yes, yes, yes, yes),
  readPolicy: row(yes, yes, yes, yes, yes, yes),
  readInsights: row(yes, yes, yes, yes, yes, yes),
  readPagerHealth: row(yes, yes, yes, yes, yes, yes),
  readQuarantine: row(yes, no, yes, no, no, yes),
  readAccessRequests: row(yes, no, yes, yes, no, yes),
  readAuditLog: row(no, no, yes, no, no, yes),
  exportCustomerFile: row(yes, yes, yes, yes, yes, yes),

  // Tickets are the HelpDesk's (R1). Installation engineers advise (R4) and work only what was given to them (R5).
  acknowledge: row(yes, own, yes, no, no, yes),
  claim: row(yes, no, yes, no, no, yes),
  release: row(yes, own, yes, no, no, yes),
  assignTicket: row(yes, no, yes, no, no, yes),
  assignToInstallation: row(why, no, why, no, no, why),
  logCall: row(yes, yes, yes, no, no, yes),
  addNote: row(yes, yes, yes, yes, yes, yes),
  reply: row(yes, yes, yes, no, no, yes),
  trackTime: row(yes, yes, yes, no, no, yes),
  setPriority: row(yes, own, yes, no, no, yes),
  setState: row(yes, own, yes, no, no, yes),
  setScope: row(yes, own, yes, no, no, yes),
  promiseFollowUp: row(yes, own, yes, no, no, yes),
  keepFollowUp: row(yes, own, yes, no, no, yes),
  dropFollowUp: row(why, own, why, no, no, why),
  releaseHold: row(why, no, why, no, no, why),
  identify: row(yes, no, yes, no, no, yes),
  hearVoicemail: row(yes, no, yes, no, no, yes),
  logPhoneTicket: row(yes, no, yes, no, no, yes),
  mergeTickets: row(yes, no, yes, no, no, yes),
  unmergeTickets: row(yes, no, yes, no, no, yes),
  linkTickets: row(yes, yes, yes, yes, yes, yes),
  archiveTicket: row(no, no, why, no, no, why),

  // On call rotates through the HelpDesk (R2), never through installation (R5).
  pageByHand: row(why, no, why, no, no, why),
  markOutOfScope: row(why, no, why, no, no, why),
  changeRota: row(no, no, yes, no, no, yes),
  swapOwnShift: row(own, no, yes, no, no, yes),
  sendTestPage: row(own, own, yes, no, no, yes),
  bookStandby: row(no, no, no, no, yes, why),

  // Second line: HelpDesk asks, installation answers, the ticket stays where it is (R4).
  askEscalation: row(yes, no, yes, no, no, yes),
  withdrawEscalation: row(own, no, yes, no, no, yes),
  takeEscalation: row(no, yes, no, no, no, no),
  answerEscalation: row(no, yes, yes, no, no, yes),
  askBack: row(no, yes, yes, no, no, yes),
  offerCallSlots: row(yes, yes, yes, no, no, yes),

  // The customer file. Facts are archived, never deleted; contracts are the account manager's.
  editCustomerFacts: row(yes, yes, yes, no, yes, yes),
  verifyFact: row(yes, yes, yes, no, yes, yes),
  archiveFact: row(why, why, why, no, why, why),
  editContacts: row(yes, yes, yes, yes, yes, yes),
  editAccount: row(no, no, yes, yes, no, yes),
  editContract: row(no, no, no, yes, no, yes),
  setContractGrace: row(no, no, no, no, no, why),

  // Access to the portal and the two mailboxes (R24, R31–R36).
  grantAccess: row(yes, no, yes, no, no, yes),
  denyAccess: row(why, no, why, no, no, why),
  withdrawAccess: row(why, no, why, no, no, why),
  changePrimaryContact: row(why, no, why, why, no, why),
  sendPasswordLink: row(yes, no, yes, no, no, yes),
  releaseQuarantine: row(yes, no, yes, no, no, yes),
  discardQuarantine: row(why, no, why, no, no, why),

  // Professional services: quotes by the account manager, scheduling by the project manager (R6), the work by installation (R3).
  requestQuote: row(yes, yes, yes, yes, yes, yes),
  writeQuote: row(no, no, no, yes, no, why),
  recordAcceptance: row(no, no, no, yes, yes, why),
  arrangeMeeting: row(no, no, no, no, yes, why),
  recordMeeting: row(no, own, no, no, yes, why),
  writeStatementOfWork: row(no, own, no, no, yes, why),
  scheduleProject: row(no, no, no, no, yes, why),
  workOnProject: row(no, own, no, no, no, why),
  finishProject: row(no, own, no, no, yes, why),
  cancelProject: row(no, no, no, why, why, why),
  attachProjectDocument: row(no, own, no, yes, yes, yes),

  // The firm.
  changePolicy: row(no, no, no, no, no, yes),
  confirmHolidays: row(no, no, no, no, no, yes),
  changePeople: row(no, no, no, no, no, yes),
  changeOwnReach: row(own, own, own, own, own, own),
  changeTemplates: row(no, no, yes, no, no, yes),
  revokeDevice: row(own, own, own, own, own, yes),
} as const satisfies Readonly<Record<TicketCommandName, RightsOfRoles>> & Readonly<Record<string, RightsOfRoles>>

/** The name of something that somebody of the firm may be allowed to do. */
export type Operation = keyof typeof operations
