import type { Contact } from '../customer/customer'
import type { AccessCommand } from './accessCommand'
import type { AccessContext } from './accessContext'
import type { AccessOutcome } from './accessOutcome'
import type { AccessRequest } from './accessRequest'
import { askTemporary } from './askTemporary'
import { completeRequest } from './completeRequest'
import { denyAccess } from './denyAccess'
import { grantAccess } from './grantAccess'

/** The people a decision looks at. */
export interface AccessPeople {
  /** Every contact of the account the command names, or of the request's. */
  readonly contacts: readonly Contact[]
  /** The contact with the requested e-mail address at whichever account. */
  readonly sameEmail: Contact | null
  /** The contact that got access by this request; null before that. */
  readonly granted: Contact | null
}

/** What an engineer's decision makes of a request and a contact (R32–R34): for the backend, and for the desk before it is sent. */
export const applyAccessCommand = (request: AccessRequest, command: AccessCommand, people: AccessPeople, context: AccessContext): AccessOutcome => {
  switch (command.name) {
    case 'grantAccess': {
      const { customerId, kind, newContactId, found } = command.args
      const complete = completeRequest(request, found)
      const asked = { ...(kind === 'temporary' ? askTemporary(complete) : complete), customerId }
      return grantAccess(asked, { contacts: people.contacts, sameEmail: people.sameEmail, newContactId }, context)
    }
    case 'denyAccess':
      return denyAccess(request, people.granted, { kind: 'engineer', actor: context.actor, reason: command.args.reason }, context.at)
    default:
      return command satisfies never
  }
}
