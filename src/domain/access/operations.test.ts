import { describe, expect, it } from 'vitest'
import { engineerRoles } from './engineer'
import type { EngineerRole } from './engineer'
import { mayDo, rightToDo } from './mayDo'
import { operations } from './operations'
import type { Operation, OperationRight } from './operations'
import { permitOperation } from './permitOperation'
import { roleNames } from './roleNames'

/** The whole matrix once more, written by hand: y yes, - no, o own, r with a reason; roles in the order of `engineerRoles`. */
const golden = `
  signInToDesk y y y y y y          readTickets y y y y y y           readCustomers y y y y y y
  readServerNotes y y y - - y       readPageDecisions y y y y y y     readRota y y y y y y
  readEscalations y y y y y y       readProjects y y y y y y          readPolicy y y y y y y
  readInsights y y y y y y          readPagerHealth y y y y y y       readQuarantine y - y - - y
  readAccessRequests y - y y - y    readAuditLog - - y - - y          exportCustomerFile y y y y y y
  acknowledge y o y - - y           claim y - y - - y                 release y o y - - y
  assignTicket y - y - - y          assignToInstallation r - r - - r  logCall y y y - - y
  addNote y y y y y y               reply y y y - - y                 trackTime y y y - - y
  setPriority y o y - - y           setState y o y - - y              setScope y o y - - y
  promiseFollowUp y o y - - y       keepFollowUp y o y - - y          dropFollowUp r o r - - r
  releaseHold r - r - - r           identify y - y - - y              hearVoicemail y - y - - y
  logPhoneTicket y - y - - y        mergeTickets y - y - - y          unmergeTickets y - y - - y
  linkTickets y y y y y y           archiveTicket - - r - - r         pageByHand r - r - - r
  markOutOfScope r - r - - r        changeRota - - y - - y            swapOwnShift o - y - - y
  sendTestPage o o y - - y          bookStandby - - - - y r           askEscalation y - y - - y
  withdrawEscalation o - y - - y    takeEscalation - y - - - -        answerEscalation - y y - - y
  askBack - y y - - y               offerCallSlots y y y - - y        editCustomerFacts y y y - y y
  verifyFact y y y - y y            archiveFact r r r - r r           editContacts y y y y y y
  editAccount - - y y - y           editContract - - - y - y          setContractGrace - - - - - r
  grantAccess y - y - - y           denyAccess r - r - - r            withdrawAccess r - r - - r
  changePrimaryContact r - r r - r  sendPasswordLink y - y - - y      releaseQuarantine y - y - - y
  discardQuarantine r - r - - r     requestQuote y y y y y y          writeQuote - - - y - r
  recordAcceptance - - - y y r      arrangeMeeting - - - - y r        recordMeeting - o - - y r
  writeStatementOfWork - o - - y r  scheduleProject - - - - y r       workOnProject - o - - - r
  finishProject - o - - y r         cancelProject - - - r r r         attachProjectDocument - o - y y y
  changePolicy - - - - - y          confirmHolidays - - - - - y       changePeople - - - - - y
  changeOwnReach o o o o o o        changeTemplates - - y - - y       revokeDevice o o o o o y
`
const letters: Readonly<Record<string, OperationRight>> = { y: 'yes', '-': 'no', o: 'own', r: 'withReason' }

const goldenMatrix = new Map(
  [...golden.matchAll(/(\w{2,})((?: [yor-]){6})/g)].map(([, name = '', cells = '']) => [name, cells.trim().split(' ').map((letter) => letters[letter])]),
)

const allOperations = Object.keys(operations) as Operation[]
const roleRights = (operation: Operation): readonly OperationRight[] => engineerRoles.map((role) => rightToDo(role, operation))
const rolesWith = (operation: Operation): readonly EngineerRole[] => engineerRoles.filter((role) => rightToDo(role, operation) !== 'no')

describe('P42 the table of roles and operations', () => {
  it('is decided cell by cell, with a line for every operation and nothing else', () => {
    expect(new Map(allOperations.map((operation) => [operation, roleRights(operation)]))).toEqual(goldenMatrix)
  })

  it('lets at least one role do everything in it, and lists the six roles in each line', () => {
    for (const operation of allOperations) {
      expect(rolesWith(operation)).not.toEqual([])
      expect(Object.keys(operations[operation])).toEqual(engineerRoles)
    }
  })

  it('denies what is not in it, also by names that every object has, and every unknown role', () => {
    for (const name of ['deleteEverything', 'constructor', '__proto__', 'toString', 'confirmTemporaryAccess']) {
      for (const role of engineerRoles) expect(mayDo(role, name as Operation, true)).toBe(false)
    }
    for (const role of ['customer', 'constructor', '']) expect(mayDo(role as EngineerRole, 'readTickets', true)).toBe(false)
  })

  it('takes `own` for a refusal unless it is theirs, and leaves reasons to the rule of the command', () => {
    for (const operation of allOperations) {
      for (const role of engineerRoles) {
        const right = rightToDo(role, operation)
        expect([mayDo(role, operation), mayDo(role, operation, true)]).toEqual([right === 'yes' || right === 'withReason', right !== 'no'])
      }
    }
  })
})

describe('the actors of the firm', () => {
  it('R1 R2 HelpDesk engineers do everything that a ticket needs, on every ticket, and swap their own shifts', () => {
    const work: readonly Operation[] = ['claim', 'release', 'logCall', 'reply', 'setPriority', 'setState', 'identify', 'hearVoicemail', 'logPhoneTicket', 'mergeTickets', 'promiseFollowUp', 'acknowledge']
    expect(work.filter((operation) => rightToDo('helpdesk', operation) !== 'yes')).toEqual([])
    expect([rightToDo('helpdesk', 'swapOwnShift'), rightToDo('helpdesk', 'changeRota')]).toEqual(['own', 'no'])
  })

  it('R3 installation engineers do the project work, each their own; nobody else without giving a reason', () => {
    expect(rolesWith('workOnProject')).toEqual(['installation', 'administrator'])
    expect([mayDo('installation', 'workOnProject', true), mayDo('installation', 'workOnProject', false)]).toEqual([true, false])
  })

  it('R4 installation engineers answer escalations and cannot take the ticket; HelpDesk asks and does not answer', () => {
    expect([mayDo('installation', 'answerEscalation'), mayDo('installation', 'askBack'), mayDo('installation', 'claim', true), mayDo('installation', 'assignTicket', true)]).toEqual([true, true, false, false])
    expect([mayDo('helpdesk', 'askEscalation'), mayDo('helpdesk', 'answerEscalation')]).toEqual([true, false])
  })

  it('R5 an installation engineer gets a ticket only by somebody’s reasoned assignment, and no shift of the rota', () => {
    expect(rolesWith('assignToInstallation').map((role) => [role, rightToDo(role, 'assignToInstallation')])).toEqual([
      ['helpdesk', 'withReason'],
      ['supportManager', 'withReason'],
      ['administrator', 'withReason'],
    ])
    for (const operation of ['acknowledge', 'release', 'setPriority', 'setState'] as const) {
      expect([mayDo('installation', operation), mayDo('installation', operation, true)]).toEqual([false, true])
    }
    expect([mayDo('installation', 'swapOwnShift', true), mayDo('installation', 'changeRota', true), mayDo('installation', 'pageByHand', true)]).toEqual([false, false, false])
  })

  it('R6 the account manager gives every quote and the project manager schedules; an administrator stands in with a reason', () => {
    expect(rolesWith('writeQuote').map((role) => [role, rightToDo(role, 'writeQuote')])).toEqual([['accountManager', 'yes'], ['administrator', 'withReason']])
    expect(rolesWith('scheduleProject').map((role) => [role, rightToDo(role, 'scheduleProject')])).toEqual([['projectManager', 'yes'], ['administrator', 'withReason']])
    expect(rolesWith('requestQuote')).toEqual(engineerRoles)
  })

  it('R27 only an administrator confirms holidays and changes the policy', () => {
    expect([rolesWith('confirmHolidays'), rolesWith('changePolicy')]).toEqual([['administrator'], ['administrator']])
  })
})

describe('permitting one wish', () => {
  const wish = { role: 'helpdesk', operation: 'pageByHand', isOwn: false, reason: null } as const

  it('R71 asks for the reason, and blanks are none', () => {
    const asked = { allowed: false, code: 'invalid', sentence: 'Please give a reason; it is kept with what you do.' }
    expect(permitOperation(wish)).toEqual(asked)
    expect(permitOperation({ ...wish, reason: '  ' })).toEqual(asked)
    expect(permitOperation({ ...wish, reason: 'The plant is standing still.' })).toEqual({ allowed: true })
  })

  it('R6 says who may instead', () => {
    expect(permitOperation({ ...wish, operation: 'writeQuote' })).toEqual({
      allowed: false,
      code: 'notAllowed',
      sentence: 'As HelpDesk engineer you may not do this. Please ask: Account manager or Administrator.',
    })
    expect(permitOperation({ ...wish, operation: 'changePolicy' })).toMatchObject({ sentence: 'As HelpDesk engineer you may not do this. Please ask: Administrator.' })
  })

  it('R5 tells an installation engineer that a ticket is not theirs', () => {
    const close = { role: 'installation', operation: 'setState', reason: null } as const
    expect(permitOperation({ ...close, isOwn: true })).toEqual({ allowed: true })
    expect(permitOperation({ ...close, isOwn: false })).toEqual({
      allowed: false,
      code: 'notAllowed',
      sentence: 'As Installation engineer you may do this only with what is yours. Please ask: HelpDesk engineer, Support manager or Administrator.',
    })
    expect(permitOperation({ ...wish, operation: 'changeOwnReach' })).toMatchObject({ sentence: 'As HelpDesk engineer you may do this only with what is yours.' })
  })

  it('agrees with the table in every cell', () => {
    for (const operation of allOperations) {
      for (const role of engineerRoles) {
        for (const isOwn of [true, false]) {
          expect(permitOperation({ role, operation, isOwn, reason: 'A reason.' }).allowed).toBe(mayDo(role, operation, isOwn))
          expect(permitOperation({ role, operation, isOwn, reason: null }).allowed).toBe(mayDo(role, operation, isOwn) && rightToDo(role, operation) !== 'withReason')
        }
      }
    }
  })

  it('names every role', () => {
    expect(Object.keys(roleNames)).toEqual(engineerRoles)
  })
})
