import type { AccessRequestKind } from './accessRequest'

/** What an engineer decides on a request for access (R32–R34). `eventId` is the intent's own, unique for ever. */
export type AccessCommand =
  | {
      readonly name: 'grantAccess'
      readonly args: {
        readonly requestId: string
        readonly eventId: string
        /** The account, as the engineer found it. */
        readonly customerId: string
        /** An addition can be given as temporary access instead, never the other way round (R33). */
        readonly kind: AccessRequestKind
        /** Id of the contact to be made when the person is not on file. */
        readonly newContactId: string
        /** What the request did not say and the engineer found out; it never replaces what was said (R32, R33). */
        readonly found?: { readonly name?: string; readonly phone?: string; readonly email?: string }
      }
    }
  | { readonly name: 'denyAccess'; readonly args: { readonly requestId: string; readonly eventId: string; readonly reason: string } }
