import { z } from 'zod'
import { engineerRoles } from '../../domain/access/engineer'

/** `POST /api/people/:id`: what an administrator changes of somebody of the firm; what is not given stays. */
export const changeEngineerShape = z
  .object({ role: z.enum(engineerRoles).exactOptional(), active: z.boolean().exactOptional() })
  .refine((change) => change.role !== undefined || change.active !== undefined, 'says neither a role nor whether the account is on')
export type ChangeEngineer = z.infer<typeof changeEngineerShape>
