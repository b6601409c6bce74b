import type { Requester } from '../ticket/ticket'

/** What a tech-line voicemail says before anybody listened: a number at most. */
export interface VoicemailRequest {
  readonly customerId: null
  readonly contactId: null
  readonly requester: Requester
  readonly brief: string
}

/**
 * The request that a tech-line voicemail makes (R16): the calling number and nothing else, also when the number is on
 * file: the account stays unidentified until an engineer matched it. Null or blank = there is none, for the reason in
 * `missing`: the caller withheld it, or a mailed voicemail does not say it in a way that could be read.
 */
export const voicemailRequest = (callingNumber: string | null, missing: 'withheld' | 'not known' = 'withheld'): VoicemailRequest => {
  const phone = (callingNumber ?? '').trim()
  return {
    customerId: null,
    contactId: null,
    requester: { name: null, email: null, phone: phone === '' ? null : phone },
    brief: phone === '' ? `Voicemail, number ${missing}` : `Voicemail from ${phone}`,
  }
}
