import { z } from 'zod'
import type { AccessCommand } from '../../domain/access/accessCommand'
import { accessRequestKinds } from '../../domain/access/accessRequest'
import { idShape, typedText } from '../shapes'

const onRequest = { requestId: idShape, eventId: idShape }

const foundShape = z.object({
  name: typedText('The name', 200).exactOptional(),
  phone: typedText('The contact number', 60).exactOptional(),
  email: z.email('The e-mail address is not one: it should look like name@company.com').max(254).exactOptional(),
})

/** The argument schema of what is decided on a request for access, by name (R32–R34). */
export const accessCommandArgs = {
  grantAccess: z.object({ ...onRequest, customerId: idShape, kind: z.enum(accessRequestKinds), newContactId: idShape, found: foundShape.exactOptional() }),
  denyAccess: z.object({ ...onRequest, reason: typedText('The reason', 2_000) }),
} satisfies { [N in AccessCommand['name']]: z.ZodType<Extract<AccessCommand, { name: N }>['args']> }
