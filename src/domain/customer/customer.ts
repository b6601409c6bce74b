import type { CalendarDate, Instant, ZoneId } from '../calendar/time'
import type { Environment } from '../ticket/ticket'
import type { Actor } from '../ticket/timelineEvent'

/** A company whose fax servers we keep alive. */
export interface Customer {
  readonly id: string
  readonly rev: number
  readonly name: string
  readonly accountNumber: string
  readonly phone: string
  readonly accountManager: { readonly name: string; readonly email: string }
  readonly maintenanceWindow: string
  /** What surprises an engineer at 2 a.m. */
  readonly quirks: string
}

/** A place of a customer; its zone decides service hours (R25, R28). */
export interface Site {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly name: string
  readonly city: string
  readonly region: string
  readonly zone: ZoneId
  readonly main: boolean
}

/** A support contract. Days are read in the office zone; `endsOn` is the last covered day (R78). */
export interface Contract {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly kind: '24x7' | 'standard'
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** Last day of grace an administrator set, else null (R78). */
  readonly graceUntil: CalendarDate | null
}

/** R8: who may ask. `none` = known, not authorized. */
export const contactAccesses = ['primary', 'authorized', 'temporary', 'none'] as const
export type ContactAccess = (typeof contactAccesses)[number]

/** What the person can do for us; null = never asked (R38–R44). */
export interface ContactAbilities {
  readonly serviceAccountLogin: boolean | null
  readonly localAdministrator: boolean | null
  readonly knowsServers: boolean | null
  readonly knowsApplications: boolean | null
  readonly knowsDevices: boolean | null
  readonly rightFaxBasics: boolean | null
}

/** What is on file of a contact's way into the portal. There is no password in it, nor anything made from one (R35). */
export interface PortalSignInFacts {
  /** When the person last chose a password; null = never. */
  readonly passwordSetAt: Instant | null
  /** When the last link for a new password was mailed, and until when it works; null = none. */
  readonly linkSentAt: Instant | null
  readonly linkUntil: Instant | null
}

/** A person at a customer. */
export interface Contact {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly siteId: string | null
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
  readonly access: ContactAccess
  /** End of temporary access (R34); null for the other kinds. */
  readonly accessUntil: Instant | null
  readonly abilities: ContactAbilities
  /** Who last said what the person can do, and when; null while nobody did here. */
  readonly abilitiesSet: { readonly by: Actor; readonly at: Instant } | null
  readonly signIn: PortalSignInFacts
}

/** A server in the customer's fax environment. */
export interface Server {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly siteId: string | null
  /** `RightFax server`, `SQL Server`, `Shared services`, `DocTransport` … in the customer's words. */
  readonly role: string
  readonly hostName: string
  readonly environment: Environment
  readonly addresses: readonly { readonly label: string; readonly ip: string }[]
  readonly operatingSystem: string
  /** Null on servers that do not run RightFax. */
  readonly rightFaxVersion: string | null
  readonly verifiedAt: Instant | null
  readonly verifiedBy: string | null
}

/** What RightFax integrates with: R40 servers, R41 applications, R42 devices; addresses are R43. */
export interface Integration {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly serverId: string | null
  readonly kind: 'server' | 'application' | 'device'
  readonly name: string
  readonly ip: string | null
}

/** What a server note is about: the way onto the customer's systems, one server, or one integration. */
export const serverNoteSubjects = ['customer', 'server', 'integration'] as const

/**
 * What one has to know to work on a customer's systems. Apart from the rows it is about, because only some roles read it
 * (`readServerNotes`), and each desk keeps it sealed. One note a subject; without text there is none.
 */
export interface ServerNote {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly about: (typeof serverNoteSubjects)[number]
  /** Id of the customer, server or integration. */
  readonly aboutId: string
  readonly text: string
}
