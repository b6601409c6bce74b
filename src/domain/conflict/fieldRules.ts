import type { AccessCommand } from '../access/accessCommand'
import type { ContactCommand } from '../customer/contactCommand'
import type { PhoneCommand } from '../intake/phoneCommand'
import type { TicketCommandName } from '../ticket/ticketCommand'
import type { TimelineBody } from '../ticket/timelineEvent'

/**
 * What happens when two people write the same field without having seen each other (sync.md, Conflict rule per field).
 * `append`: both stay. `firstWins`: the first counts, a later one changes nothing and needs no answer. `compareAndSet`: the
 * first gets it, the other learns who did. `inOrder`: each in the order it arrives, if the state it finds allows it.
 * `threeWay`: applies only if nobody else wrote it since the person looked, else the stored value stays and theirs is
 * offered again.
 */
export type FieldRule = 'append' | 'firstWins' | 'compareAndSet' | 'inOrder' | 'threeWay'

/** A field that commands write, its rule, and which entries of the timeline tell of a write. */
export interface CommandField {
  /** As the wire and sentences call it. */
  readonly field: string
  readonly rule: FieldRule
  readonly tells: readonly TimelineBody['kind'][]
}

const entries = { field: 'entries', rule: 'append', tells: [] } as const
const assignee = { field: 'assignee', rule: 'compareAndSet', tells: ['assigned', 'unassigned'] } as const
const accessDecision = { field: 'accessDecision', rule: 'compareAndSet', tells: [] } as const

/** The field each command writes. A command without one does not compile, so that none overwrites in silence (P7). */
export const fieldRules: Readonly<Record<TicketCommandName | PhoneCommand['name'] | AccessCommand['name'] | ContactCommand['name'], CommandField>> = {
  addNote: entries,
  reply: entries,
  logCall: entries,
  logPhoneTicket: entries,
  acknowledge: { field: 'acknowledgement', rule: 'firstWins', tells: ['acknowledged'] },
  hearVoicemail: { field: 'heard', rule: 'firstWins', tells: ['heard'] },
  claim: assignee,
  release: assignee,
  releaseHold: { field: 'hold', rule: 'compareAndSet', tells: ['released'] },
  setState: { field: 'state', rule: 'inOrder', tells: ['state'] },
  setPriority: { field: 'priority', rule: 'threeWay', tells: ['priority'] },
  identify: { field: 'customer', rule: 'threeWay', tells: ['identified'] },
  grantAccess: accessDecision,
  denyAccess: accessDecision,
  // Each ability by the value the person saw.
  setContactAbilities: { field: 'abilities', rule: 'compareAndSet', tells: [] },
  sendPasswordLink: { field: 'passwordLinks', rule: 'append', tells: [] },
}
