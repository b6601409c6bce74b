import { z } from 'zod'
import { accessRequestKinds, accessRequestStates } from '../../domain/access/accessRequest'
import type { AccessRequest } from '../../domain/access/accessRequest'
import { actorShape, idShape, instantShape, revShape } from '../shapes'

/** A request for access to the portal as every desk caches it (R24, R32–R34). */
export const accessRequestRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape.nullable(),
  kind: z.enum(accessRequestKinds),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  requestedBy: z.object({ email: z.string(), contactId: idShape.nullable() }),
  requestedAt: instantShape,
  text: z.string(),
  state: z.enum(accessRequestStates),
  contactId: idShape.nullable(),
  decision: z.object({ by: actorShape, at: instantShape, reason: z.string() }).nullable(),
}) satisfies z.ZodType<AccessRequest>
