import type { EngineerRole } from '../access/engineer'
import { mayHoldDuty } from './dutyEngineer'
import type { DutyEngineer } from './dutyEngineer'

/** Why an engineer whom a shift names cannot be paged (P35). */
export type UnreachableKind = 'unknownEngineer' | 'inactive' | 'role' | 'noContact'

/** Why somebody cannot be paged, with a clause that goes on after a colon. */
export interface Unreachable {
  readonly kind: UnreachableKind
  readonly clause: string
}

const barred: Partial<Record<EngineerRole, string>> = {
  installation: 'an installation engineer, and those are never on call by rota (R5)',
  accountManager: 'an account manager, who takes no pages',
  projectManager: 'a project manager, who takes no pages',
}

/** Why a person cannot be reached at all, whatever the duty; null when a page can get there. */
export const outOfReach = (engineer: DutyEngineer): Unreachable | null => {
  if (!engineer.active) return { kind: 'inactive', clause: `${engineer.name} is no longer active` }
  if (engineer.phone.trim() === '' && engineer.email.trim() === '') {
    return { kind: 'noContact', clause: `${engineer.name} has neither a phone number nor an e-mail address on file` }
  }
  return null
}

/** Why the rota may not or cannot page the person an id stands for (R5, R79, R82, P35); null when it can. */
export const unreachable = (engineer: DutyEngineer | undefined): Unreachable | null => {
  if (engineer === undefined) return { kind: 'unknownEngineer', clause: 'the shift names somebody who is not on file' }
  if (!mayHoldDuty(engineer.role)) return { kind: 'role', clause: `${engineer.name} is ${barred[engineer.role] ?? 'not one who takes pages'}` }
  return outOfReach(engineer)
}
