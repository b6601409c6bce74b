import { z } from 'zod'
import { contactAccesses, serverNoteSubjects } from '../../domain/customer/customer'
import type { Contact, Contract, Customer, Integration, Server, ServerNote, Site } from '../../domain/customer/customer'
import { actorShape, dateShape, idShape, instantShape, revShape, zoneShape } from '../shapes'
import { environmentShape } from './ticketRows'

const known = z.boolean().nullable()

export const customerRow = z.object({
  id: idShape,
  rev: revShape,
  name: z.string(),
  accountNumber: z.string(),
  phone: z.string(),
  accountManager: z.object({ name: z.string(), email: z.string() }),
  maintenanceWindow: z.string(),
  quirks: z.string(),
}) satisfies z.ZodType<Customer>

export const siteRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  name: z.string(),
  city: z.string(),
  region: z.string(),
  zone: zoneShape,
  main: z.boolean(),
}) satisfies z.ZodType<Site>

export const contractRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  kind: z.enum(['24x7', 'standard']),
  startsOn: dateShape,
  endsOn: dateShape,
  graceUntil: dateShape.nullable(),
}) satisfies z.ZodType<Contract>

export const contactRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  siteId: idShape.nullable(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  phone: z.string(),
  access: z.enum(contactAccesses),
  accessUntil: instantShape.nullable(),
  abilities: z.object({
    serviceAccountLogin: known,
    localAdministrator: known,
    knowsServers: known,
    knowsApplications: known,
    knowsDevices: known,
    rightFaxBasics: known,
  }),
  abilitiesSet: z.object({ by: actorShape, at: instantShape }).nullable().default(null),
  signIn: z
    .object({ passwordSetAt: instantShape.nullable(), linkSentAt: instantShape.nullable(), linkUntil: instantShape.nullable() })
    .default({ passwordSetAt: null, linkSentAt: null, linkUntil: null }),
}) satisfies z.ZodType<Contact>

export const serverRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  siteId: idShape.nullable(),
  role: z.string(),
  hostName: z.string(),
  environment: environmentShape,
  addresses: z.array(z.object({ label: z.string(), ip: z.string() })),
  operatingSystem: z.string(),
  rightFaxVersion: z.string().nullable(),
  verifiedAt: instantShape.nullable(),
  verifiedBy: z.string().nullable(),
}) satisfies z.ZodType<Server>

export const integrationRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  serverId: idShape.nullable(),
  kind: z.enum(['server', 'application', 'device']),
  name: z.string(),
  ip: z.string().nullable(),
}) satisfies z.ZodType<Integration>

/** Travels to desks whose engineer may read it, and is sealed there before it is stored (P10). */
export const serverNoteRow = z.object({
  id: idShape,
  rev: revShape,
  customerId: idShape,
  about: z.enum(serverNoteSubjects),
  aboutId: idShape,
  text: z.string(),
}) satisfies z.ZodType<ServerNote>
