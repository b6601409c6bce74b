import { accessMutants } from './accessMutants'
import { alertMutants } from './alertMutants'
import { calendarMutants } from './calendarMutants'
import { clockMutants } from './clockMutants'
import { customerMutants } from './customerMutants'
import { entitlementMutants } from './entitlementMutants'
import { intakeMutants } from './intakeMutants'
import type { Mutant } from './mutant'
import { onCallMutants } from './onCallMutants'
import { pageMutants } from './pageMutants'
import { policyMutants } from './policyMutants'
import { queueMutants } from './queueMutants'
import { serviceMutants } from './serviceMutants'
import { ticketMutants } from './ticketMutants'
import { triageMutants } from './triageMutants'

/** Every mutant, room by room. Each has to be caught by a test. */
export const ruleMutants: readonly Mutant[] = [
  ...calendarMutants, ...clockMutants, ...triageMutants, ...ticketMutants, ...queueMutants, ...pageMutants, ...onCallMutants, ...entitlementMutants,
  ...serviceMutants, ...accessMutants, ...alertMutants, ...policyMutants, ...intakeMutants, ...customerMutants,
]
