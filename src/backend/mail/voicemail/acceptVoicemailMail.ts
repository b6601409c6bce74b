import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { initialPriority } from '../../../domain/intake/initialPriority'
import { receiptAtChannel } from '../../../domain/intake/receiptAtChannel'
import { voicemailRequest } from '../../../domain/intake/voicemailRequest'
import type { VoicemailMail } from '../../config/readVoicemailMail'
import type { BackendContext, StagedFile } from '../../context'
import type { Queries, Touched } from '../../db/database'
import { incomingMail } from '../../db/schema'
import { mediaTypeOf, sniffedBytes } from '../../files/mediaTypeOf'
import { openTicket } from '../../intake/openTicket'
import { readPolicy } from '../../intake/readPolicy'
import { storeEvent } from '../../intake/storeEvent'
import { recordingLimits } from '../../voice/recordingLimits'
import { stageRecording } from '../../voice/stageRecording'
import { UnusableRecordingError } from '../../voice/UnusableRecordingError'
import { cameBefore, keepAside } from '../incoming/acceptMail'
import type { ArrivedMail, MailOutcome } from '../incoming/acceptMail'
import { isFlooding, mostMailsAMinute } from '../incoming/isFlooding'
import { judgeMail } from '../incoming/judgeMail'
import { mailKey } from '../incoming/mailKey'
import type { ReadMail } from '../parse/readMail'
import { readCallingNumber } from './readCallingNumber'

/** A mail to the voicemail mailbox that could be read. */
export type ArrivedVoicemailMail = ArrivedMail & { readonly mail: ReadMail }

/** In characters; a telephone system writes a few lines. */
const longestNote = 10_000

const isFromSystem = (address: string, senders: readonly string[]): boolean => senders.some((sender) => (sender.startsWith('@') ? address.endsWith(sender) : address === sender))

/** Why a mail is no voicemail, as the end of “It is held because …”; null = it is one. */
const whyNot = ({ mail, envelope }: ArrivedVoicemailMail, { address, senders }: VoicemailMail): string | null => {
  if (mail.from === null || !isFromSystem(mail.from.address, senders)) return 'it came to the mailbox for voicemails, and not from the telephone system'
  const kind = judgeMail(mail, envelope, address)
  return kind === 'letter' || kind === 'machine' ? null : 'it came to the mailbox for voicemails and tells of a mail, not of a call'
}

/** Puts what is attached into the file store: recordings first, named by their kind. On failure nothing stays there. */
const stageAttachments = async ({ files }: BackendContext, { attachments }: ReadMail): Promise<{ readonly recordings: readonly StagedFile[]; readonly others: readonly StagedFile[] }> => {
  const [recordings, others]: [StagedFile[], StagedFile[]] = [[], []]
  try {
    for (const { name, content } of attachments) {
      const bytes = Readable.from([Buffer.from(content)])
      if (recordingLimits.mediaTypes.includes(await mediaTypeOf(content.subarray(0, sniffedBytes)))) recordings.push(await stageRecording(files, bytes))
      else others.push(await files.stage(bytes, name))
    }
    return { recordings, others }
  } catch (error) {
    await Promise.all([...recordings, ...others].map(async ({ id }) => files.discard(id)))
    throw error
  }
}

/**
 * Makes a mail of the telephone system a voicemail of the tech line (R16): the calling number and nothing else, not yet
 * heard, with the recording and the system's words beside it. It never pages (R14), so the hotline's voicemails do not
 * come this way. The same mail twice is one ticket. What is not from the system, or brings no WAV or MP3, is held.
 */
export const acceptVoicemailMail = async (context: BackendContext, settings: VoicemailMail, arrived: ArrivedVoicemailMail): Promise<MailOutcome | 'voicemail'> => {
  const { mail } = arrived
  const held = whyNot(arrived, settings)
  if (held !== null) return keepAside(context, arrived, mail, held)
  let staged: Awaited<ReturnType<typeof stageAttachments>>
  try {
    staged = await stageAttachments(context, mail)
  } catch (error) {
    if (!(error instanceof UnusableRecordingError)) throw error
    return keepAside(context, arrived, mail, `it is from the telephone system, and its recording cannot be kept: ${error.message}`)
  }
  const files = [...staged.recordings, ...staged.others]
  let outcome: 'voicemail' | 'repeated' | 'flood' | 'silent' = 'silent'
  try {
    if (staged.recordings.length > 0) {
      outcome = (await context.database.write(async (tx, touched) => place(context, tx, touched, arrived, files))).value
    }
  } finally {
    if (outcome !== 'voicemail') await Promise.all(files.map(async ({ id }) => context.files.discard(id)))
  }
  if (outcome === 'silent') return keepAside(context, arrived, mail, 'it is from the telephone system, and what it brings is no recording in WAV or MP3')
  if (outcome === 'flood') return keepAside(context, arrived, mail, `its sender wrote more than ${mostMailsAMinute} mails within a minute`)
  return outcome
}

const place = async (context: BackendContext, tx: Queries, touched: Touched, arrived: ArrivedVoicemailMail, files: readonly StagedFile[]): Promise<'voicemail' | 'repeated' | 'flood'> => {
  const { mail, raw, receivedAt, sourceKey = null } = arrived
  const key = mailKey(mail, raw)
  const from = mail.from?.address ?? ''
  if (await cameBefore(tx, key, sourceKey)) return 'repeated'
  if (await isFlooding(tx, from, receivedAt)) return 'flood'
  const { values } = await readPolicy(tx)
  const words = { subject: mail.subject, fromName: mail.from?.name ?? '', text: mail.text }
  const { ticket } = await openTicket(context, tx, touched, {
    ...voicemailRequest(readCallingNumber(words, [values.techLine]), 'not known'),
    channel: 'techLine',
    siteId: null,
    detail: '',
    priority: initialPriority('techLine', null),
    environment: 'unknown',
    answerBy: 'phone',
    receivedAt: receiptAtChannel('techLine', receivedAt, null),
    attachments: files,
    heldReason: null,
  })
  const said = [mail.subject, mail.text].filter((part) => part !== '').join('\n\n').replaceAll('\0', '').slice(0, longestNote)
  if (said !== '') {
    const actor = { kind: 'system', id: null, name: 'Telephone' } as const
    const body = { kind: 'note', text: `The telephone system wrote:\n${said}` } as const
    await storeEvent(tx, touched, { id: randomUUID(), ticketId: ticket.id, at: context.now(), actor, body })
  }
  await tx.insert(incomingMail).values({
    id: randomUUID(), messageId: key, sourceKey, from, subject: mail.subject, receivedAt, outcome: 'voicemail', reason: '', ticketId: ticket.id, rawName: null,
  })
  return 'voicemail'
}
