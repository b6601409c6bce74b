import { z } from 'zod'
import { idShape, instantShape } from '../shapes'
import { mutationShape } from '../commands/push'
import type { EventChannel, RequestChannel } from './channels'

const nothing = z.undefined()

/** Where the backend is and how it fares, as main sees it. `demo` is set only for the embedded demo world. */
export const backendDescriptionShape = z.object({
  mode: z.enum(['embedded', 'remote']),
  state: z.enum(['starting', 'listening', 'stopped', 'failed', 'unchecked']),
  /** Base address such as `http://127.0.0.1:4180`; null until it is known. */
  url: z.string().nullable(),
  smtpPort: z.int().nullable(),
  demo: z
    .object({
      email: z.string(),
      password: z.string(),
      portal: z.object({ email: z.string(), password: z.string() }),
    })
    .nullable(),
  /** What went wrong and what to do, when `failed`; else empty. */
  detail: z.string(),
})
export type BackendDescription = z.infer<typeof backendDescriptionShape>

/** What a side effect came to. */
const effect = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  z.object({ outcome: z.literal('refused'), reason: z.string() }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
])

/** An honest answer about a notification: `suppressed` by the system or a setting, `failed` with the reason. */
export const notificationOutcomeShape = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('shown') }),
  z.object({ outcome: z.literal('suppressed'), reason: z.string() }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
])

/** Settings of this installation. No secret is ever among them. */
export const settingsShape = z.object({
  deviceId: idShape,
  deviceName: z.string().min(1).max(120),
  theme: z.enum(['system', 'light', 'dark']),
  /** Null = the embedded backend. */
  backendUrl: z.string().max(300).nullable(),
  notifications: z.object({ urgent: z.boolean(), sound: z.boolean() }),
  startHidden: z.boolean(),
  /** Who used this desk last: lets the window open on the right cache before anybody signed in. */
  lastEngineerId: idShape.nullable(),
})
export type Settings = z.infer<typeof settingsShape>

/** A journalled intent: the mutation with the engineer and the backend it belongs to. Never pushed under another login. */
export const journalEntryShape = z.object({
  engineerId: idShape,
  serverEpoch: z.string().max(100),
  /** Which backend it was meant for, by the name of the desk's cache; absent in entries of older versions. */
  backend: z.string().max(400).exactOptional(),
  mutation: mutationShape,
})
export type JournalEntry = z.infer<typeof journalEntryShape>

/** Every request of the desk with the schemas of its argument and answer. A channel missing here does not exist. */
export const deskRequests = {
  'app.describe': {
    args: nothing,
    answer: z.object({ version: z.string(), electron: z.string(), platform: z.string(), startedAt: instantShape }),
  },
  'backend.describe': { args: nothing, answer: backendDescriptionShape },
  'backend.connect': { args: z.object({ url: z.string().max(300).nullable() }), answer: effect },
  'session.load': {
    args: nothing,
    answer: z.object({ refreshToken: z.string().nullable(), storage: z.enum(['keyring', 'memory']) }),
  },
  'session.save': {
    args: z.object({ refreshToken: z.string().max(200).nullable() }),
    answer: z.object({ storage: z.enum(['keyring', 'memory']) }),
  },
  'scopeKeys.give': {
    args: z.object({ name: z.string().min(1).max(400) }),
    answer: z.object({ id: idShape, bytes: z.instanceof(Uint8Array), storage: z.enum(['keyring', 'memory']) }),
  },
  'scopeKeys.destroy': { args: z.object({ name: z.string().min(1).max(400) }), answer: effect },
  'settings.read': { args: nothing, answer: settingsShape },
  'settings.write': { args: settingsShape.omit({ deviceId: true }).partial(), answer: settingsShape },
  'notifications.show': {
    args: z.object({
      key: z.string().min(1).max(200),
      title: z.string().max(300),
      body: z.string().max(1_000),
      ticketId: idShape,
      urgent: z.boolean(),
      silent: z.boolean(),
    }),
    answer: notificationOutcomeShape,
  },
  'notifications.close': { args: z.object({ key: z.string().min(1).max(200) }), answer: effect },
  'tray.update': {
    args: z.object({
      unacknowledgedUrgent: z.int().min(0),
      /** False draws the offline image in the tray. */
      online: z.boolean(),
      /** One line about the sync, such as `live` or `offline since 14:02 CT`. */
      sync: z.string().max(120),
      signedInAs: z.string().max(120).nullable(),
      urgent: z.array(z.object({ ticketId: idShape, label: z.string().max(200) })).max(10),
    }),
    answer: effect,
  },
  'journal.append': { args: journalEntryShape, answer: effect },
  'journal.read': {
    args: nothing,
    answer: z.object({ entries: z.array(journalEntryShape), damaged: z.int().min(0) }),
  },
  'journal.drop': { args: z.object({ engineerId: idShape, upToMut: z.int().min(0) }), answer: effect },
  'clipboard.write': { args: z.object({ text: z.string().max(100_000) }), answer: effect },
  'links.open': { args: z.object({ url: z.string().max(2_000) }), answer: effect },
  'files.save': {
    args: z.object({ name: z.string().max(300), bytes: z.instanceof(Uint8Array) }),
    answer: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), path: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('failed'), reason: z.string() }),
    ]),
  },
} as const satisfies { [C in RequestChannel]: { args: z.ZodType; answer: z.ZodType } }

/** Every event of main with its payload. */
export const deskEvents = {
  openTicket: z.object({ ticketId: idShape }),
  backendChanged: backendDescriptionShape,
  /** The machine woke or the network came back: abort and reconnect at once (sync.md). */
  wake: z.object({ reason: z.enum(['resume', 'unlock']) }),
  show: z.object({ screen: z.enum(['queue', 'settings']) }),
} as const satisfies { [E in EventChannel]: z.ZodType }
