import type { Instant } from '../../domain/calendar/time'
import { channelOfCall } from '../../domain/intake/channelOfCall'
import type { IncomingCall } from '../../domain/intake/channelOfCall'
import { hotlineMessage } from '../../domain/intake/hotlineMessage'
import { initialPriority } from '../../domain/intake/initialPriority'
import { receiptAtChannel } from '../../domain/intake/receiptAtChannel'
import { voicemailRequest } from '../../domain/intake/voicemailRequest'
import type { VoiceHook } from '../../protocol/intake/voiceHook'
import type { StagedFile } from '../context'
import type { Queries } from '../db/database'
import type { NewRequest } from '../intake/newRequest'
import { callingNumber } from './callingNumber'
import { findHotlineCaller } from './findHotlineCaller'

type Said = Pick<NewRequest, 'customerId' | 'siteId' | 'contactId' | 'requester' | 'brief' | 'detail'>

const orNull = (text: string): string | null => (text === '' ? null : text)

/** The calling number and nothing else (R16). */
const techLineCall = (number: string | null): Said => ({ siteId: null, detail: '', ...voicemailRequest(number) })

/** Four fields, missing ones marked (R20). A transcript is what the caller said of the issue, unless the provider's menu asked for it. */
const hotlineCall = async (tx: Queries, hook: VoiceHook, number: string | null): Promise<Said> => {
  const { fields, brief, detail } = hotlineMessage({
    company: orNull(hook.Company),
    contact: orNull(hook.Contact),
    callbackNumber: orNull(hook.CallbackNumber),
    issue: orNull(hook.Issue) ?? orNull(hook.TranscriptionText),
  })
  const valueOf = (wanted: string): string | null => fields.find(({ key }) => key === wanted)?.value ?? null
  const phone = valueOf('callbackNumber') ?? number
  const caller = await findHotlineCaller(tx, [number, valueOf('callbackNumber')])
  return {
    customerId: caller?.customerId ?? null,
    siteId: caller?.siteId ?? null,
    contactId: caller?.contactId ?? null,
    requester: { name: valueOf('contact'), email: null, phone },
    brief,
    detail: [detail, `Calling number: ${number ?? 'withheld'}`].join('\n'),
  }
}

/** The request a voicemail makes, by its line (R16, R20–R23). Only rows are read. */
export const voicemailTicket = async (
  tx: Queries,
  { line, hook, now, recording }: { readonly line: IncomingCall['line']; readonly hook: VoiceHook; readonly now: Instant; readonly recording: StagedFile | null },
): Promise<NewRequest> => {
  const channel = channelOfCall({ line, answered: false })
  const number = callingNumber(hook.From)
  return {
    ...(line === 'hotline' ? await hotlineCall(tx, hook, number) : techLineCall(number)),
    channel,
    priority: initialPriority(channel, null),
    environment: 'unknown',
    answerBy: 'phone',
    receivedAt: receiptAtChannel(channel, now, null),
    attachments: recording === null ? [] : [recording],
    heldReason: null,
  }
}
