import { z } from 'zod'
import { accessRequestKinds } from '../../domain/access/accessRequest'
import { engineerRoles } from '../../domain/access/engineer'
import { contactAccesses } from '../../domain/customer/customer'
import { callOutcomes, channels, environments, priorities, ticketStates } from '../../domain/ticket/ticket'
import { zoneShape } from '../../protocol/shapes'

const key = z.string().regex(/^[a-z0-9]+$/, 'is not a key of lower-case letters and digits')
const text = z.string().min(1)
const known = z.boolean().nullable().default(null)

/** A day of a contract: days from today (negative = past), or the last day of a week or year; office zone. */
const dayShape = z.union([z.strictObject({ days: z.int() }), z.enum(['endOfWeek', 'endOfYear', 'endOfNextYear'])])
export type DemoDay = z.infer<typeof dayShape>

/**
 * A moment before the seeding: real minutes, minutes or hours of the ticket's own service hours (R25), or the wall
 * clock of the ticket's zone some nights ago.
 */
const momentShape = z.union([
  z.strictObject({ businessMinutesAgo: z.number().min(0) }),
  z.strictObject({ businessHoursAgo: z.number().min(0) }),
  z.strictObject({ nightsAgo: z.int().min(1), at: z.iso.time({ precision: -1 }) }),
])
export type DemoMoment = z.infer<typeof momentShape>

/** Time since the step before: `in` service minutes, or `inReal` minutes of any hour. */
const after = { in: z.number().min(0).optional(), inReal: z.number().min(0).optional() }
const byEngineer = { ...after, by: key.or(z.literal('onCall')) }

const stepShape = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('acknowledge'), ...byEngineer }),
  z.strictObject({ do: z.literal('claim'), ...byEngineer }),
  z.strictObject({ do: z.literal('hear'), ...byEngineer }),
  z.strictObject({ do: z.literal('note'), ...byEngineer, text }),
  z.strictObject({ do: z.literal('reply'), ...byEngineer, text }),
  z.strictObject({ do: z.literal('call'), ...byEngineer, outcome: z.enum(callOutcomes), minutes: z.int().min(0), text }),
  z.strictObject({ do: z.literal('priority'), ...byEngineer, priority: z.enum(priorities), productionDown: z.boolean(), reason: text }),
  z.strictObject({ do: z.literal('state'), ...byEngineer, state: z.enum(ticketStates), reason: text }),
  z.strictObject({ do: z.literal('identify'), ...byEngineer, customer: key, contact: key }),
  z.strictObject({ do: z.literal('message'), ...after, via: z.enum(['portal', 'email']), text }),
])
export type DemoStep = z.infer<typeof stepShape>

const engineerShape = z.strictObject({
  key,
  name: text,
  initials: text,
  email: z.email(),
  phone: text,
  role: z.enum(engineerRoles),
  zone: zoneShape,
})

const customerShape = z.strictObject({
  key,
  name: text,
  accountNumber: text,
  phone: text,
  remoteAccess: text,
  maintenanceWindow: text,
  quirks: text,
  sites: z.array(z.strictObject({ key, name: text, city: text, region: text, zone: zoneShape, main: z.boolean().default(false) })).min(1),
  contracts: z.array(z.strictObject({ kind: z.enum(['24x7', 'standard']), starts: dayShape, ends: dayShape, grace: dayShape.nullable().default(null) })),
  contacts: z.array(
    z.strictObject({
      key,
      name: text,
      title: text,
      email: z.email(),
      phone: text,
      access: z.enum(contactAccesses),
      /** Days until temporary access ends; negative when it has ended. */
      accessDays: z.int().nullable().default(null),
      site: key.nullable().default(null),
      abilities: z.strictObject({
        serviceAccountLogin: known,
        localAdministrator: known,
        knowsServers: known,
        knowsApplications: known,
        knowsDevices: known,
        rightFaxBasics: known,
      }),
    }),
  ),
  servers: z.array(
    z.strictObject({
      key,
      role: text,
      host: text,
      environment: z.enum(environments),
      addresses: z.record(text, z.ipv4()),
      os: text,
      version: text.nullable().default(null),
      notes: z.string(),
      site: key.nullable().default(null),
      verifiedDaysAgo: z.int().nullable().default(null),
      verifiedBy: key.nullable().default(null),
    }),
  ),
  integrations: z.array(
    z.strictObject({
      kind: z.enum(['server', 'application', 'device']),
      name: text,
      ip: z.ipv4().nullable().default(null),
      server: key.nullable().default(null),
      notes: z.string(),
    }),
  ),
})
export type DemoCustomer = z.infer<typeof customerShape>

const storyShape = z.strictObject({
  customer: key.nullable().default(null),
  contact: key.nullable().default(null),
  requester: z.strictObject({ name: text.nullable().default(null), email: z.email().nullable().default(null), phone: text.nullable().default(null) }).nullable().default(null),
  channel: z.enum(channels),
  priority: z.enum(priorities),
  environment: z.enum(environments),
  answerBy: z.enum(['phone', 'email']).default('phone'),
  received: momentShape,
  brief: text,
  text,
  attachments: z.array(z.strictObject({ name: text, lines: z.array(z.string()).min(1) })).default([]),
  steps: z.array(stepShape),
})
/** A ticket told as what happened to it, in order. */
export type DemoStory = z.infer<typeof storyShape>

const accessRequestShape = z.strictObject({
  /** Null = from an address that nobody knows. */
  customer: key.nullable(),
  contact: key.nullable(),
  kind: z.enum(accessRequestKinds),
  received: momentShape,
  name: text.nullable(),
  phone: text.nullable(),
  email: z.email(),
  text,
})
/** A request for access that waits for a decision. */
export type DemoAccessRequest = z.infer<typeof accessRequestShape>

/** The demo world as `resources/demo` tells it, free of any date. */
export const demoWorldShape = z.strictObject({
  engineers: z.array(engineerShape).min(1),
  customers: z.array(customerShape).min(1),
  accessRequests: z.array(accessRequestShape).default([]),
  stories: z.array(storyShape),
})
export type DemoWorld = z.infer<typeof demoWorldShape>
