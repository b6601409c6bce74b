import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { IncomingCall } from '../../domain/intake/channelOfCall'
import type { VoiceHook } from '../../protocol/intake/voiceHook'
import type { BackendContext, StagedFile } from '../context'
import type { Queries, Touched } from '../db/database'
import { incomingCall } from '../db/schema'
import { lockOnce } from '../intake/lockOnce'
import { openTicket } from '../intake/openTicket'
import { storeEvent } from '../intake/storeEvent'
import { hasRecording } from './hasRecording'
import { storeRecordingOutcome } from './storeRecordingOutcome'
import { voicemailTicket } from './voicemailTicket'

/** A posted recording, why it could not be kept and whether it may be when it is posted `again`, or null when none was posted. */
export type PostedRecording = { readonly file: StagedFile } | { readonly unusable: string; readonly again: boolean } | null

export interface ArrivedVoicemail {
  readonly line: IncomingCall['line']
  readonly hook: VoiceHook
  readonly posted: PostedRecording
}

/** What became of it: a new ticket, more about a known call, or nothing new. */
export type VoicemailOutcome = 'ticket' | 'added' | 'repeated'

interface Placed {
  readonly outcome: VoicemailOutcome
  /** Whether the posted file is a ticket's now. */
  readonly fileKept: boolean
}

type Known = typeof incomingCall.$inferSelect

const whyNone = ({ RecordingStatus: status }: VoiceHook): string => {
  if (status === 'absent') return 'the caller left no message'
  return status === 'failed' ? 'the provider could not record it' : 'the provider sent none with the call'
}

/** How a recording stands when a call is first told of, or told of anew. */
const standingOf = ({ hook, posted }: ArrivedVoicemail): Pick<Known, 'recording' | 'detail'> => {
  if (posted !== null) return 'file' in posted ? { recording: 'kept', detail: '' } : { recording: 'lost', detail: posted.unusable }
  return hasRecording(hook) ? { recording: 'waiting', detail: '' } : { recording: 'none', detail: whyNone(hook) }
}

const openForCall = async (context: BackendContext, tx: Queries, touched: Touched, arrived: ArrivedVoicemail): Promise<Placed> => {
  const { line, hook, posted } = arrived
  const now = context.now()
  const file = posted !== null && 'file' in posted ? posted.file : null
  const { ticket } = await openTicket(context, tx, touched, await voicemailTicket(tx, { line, hook, now, recording: file }))
  const standing = standingOf(arrived)
  await tx.insert(incomingCall).values({
    callSid: hook.CallSid,
    ticketId: ticket.id,
    receivedAt: now,
    transcript: hook.TranscriptionText,
    recordingUrl: hook.RecordingUrl,
    tries: 0,
    nextTryAt: now,
    ...standing,
  })
  const gone = standing.recording === 'none' || standing.recording === 'lost'
  if (gone) await storeRecordingOutcome(tx, touched, { ticketId: ticket.id, at: now, outcome: 'lost', detail: standing.detail })
  // A tech-line ticket carries the number only (R16); a transcript is kept beside it, not in its words.
  if (line === 'techLine') await noteTranscript(tx, touched, ticket.id, hook.TranscriptionText, now)
  return { outcome: 'ticket', fileKept: file !== null }
}

const noteTranscript = async (tx: Queries, touched: Touched, ticketId: string, transcript: string, at: Known['receivedAt']): Promise<void> => {
  if (transcript === '') return
  const actor = { kind: 'system', id: null, name: 'Telephone' } as const
  await storeEvent(tx, touched, { id: randomUUID(), ticketId, at, actor, body: { kind: 'note', text: `Transcript by the telephony provider: ${transcript}` } })
}

/** The provider tells recording and transcript when it has them, each with the same call id. */
const addToCall = async (context: BackendContext, tx: Queries, touched: Touched, known: Known, arrived: ArrivedVoicemail): Promise<Placed> => {
  const { hook } = arrived
  const [at, { ticketId }] = [context.now(), known]
  const standing = standingOf(arrived)
  const bringsRecording = (known.recording === 'none' && standing.recording !== 'none') || (known.recording !== 'kept' && standing.recording === 'kept')
  const bringsTranscript = known.transcript === '' && hook.TranscriptionText !== ''
  if (!bringsRecording && !bringsTranscript) return { outcome: 'repeated', fileKept: false }

  const recording = bringsRecording ? { ...standing, recordingUrl: hook.RecordingUrl, nextTryAt: at } : {}
  await tx.update(incomingCall).set({ ...recording, ...(bringsTranscript ? { transcript: hook.TranscriptionText } : {}) }).where(eq(incomingCall.callSid, known.callSid))
  if (bringsTranscript) await noteTranscript(tx, touched, ticketId, hook.TranscriptionText, at)
  const { posted } = arrived
  const fileKept = bringsRecording && posted !== null && 'file' in posted
  if (fileKept) await storeRecordingOutcome(tx, touched, { ticketId, at, outcome: 'arrived', detail: '', recording: posted.file })
  return { outcome: 'added', fileKept }
}

/**
 * Makes a voicemail a ticket, once for each call id (P30), with the page the rules ask for (R21); told again, it adds
 * what is new. Answers after the commit. The recording itself may come later: a page never waits for it.
 */
export const acceptVoicemail = async (context: BackendContext, arrived: ArrivedVoicemail): Promise<VoicemailOutcome> => {
  const { hook, posted } = arrived
  let fileKept = false
  try {
    const { value } = await context.database.write(async (tx, touched) => {
      await lockOnce(tx, `call ${hook.CallSid}`)
      const [known] = await tx.select().from(incomingCall).where(eq(incomingCall.callSid, hook.CallSid))
      return known ? addToCall(context, tx, touched, known, arrived) : openForCall(context, tx, touched, arrived)
    })
    fileKept = value.fileKept
    return value.outcome
  } finally {
    if (posted !== null && 'file' in posted && !fileKept) await context.files.discard(posted.file.id)
  }
}
