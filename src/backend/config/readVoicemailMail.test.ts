import { describe, expect, it } from 'vitest'
import { readVoicemailMail } from './readVoicemailMail'

const set = { VOICEMAIL_ADDRESS: 'Voicemail@firm.example', VOICEMAIL_SENDERS: 'PBX@firm.example, @phones.example' }

describe('readVoicemailMail', () => {
  it('R16 is null unless it is set, and compares in lower case', () => {
    expect(readVoicemailMail({})).toBeNull()
    expect(readVoicemailMail({ VOICEMAIL_ADDRESS: ' ' })).toBeNull()
    expect(readVoicemailMail(set)).toEqual({ address: 'voicemail@firm.example', senders: ['pbx@firm.example', '@phones.example'] })
  })
  it.each([
    [{ VOICEMAIL_SENDERS: '' }, 'VOICEMAIL_ADDRESS and VOICEMAIL_SENDERS'],
    [{ VOICEMAIL_ADDRESS: '' }, 'VOICEMAIL_ADDRESS and VOICEMAIL_SENDERS'],
    [{ VOICEMAIL_ADDRESS: 'voicemail' }, 'VOICEMAIL_ADDRESS must be one mail address, not “voicemail”'],
    [{ VOICEMAIL_SENDERS: 'a@b.example, phones.example' }, 'not “phones.example”'],
  ])('R16 names what is missing or wrong with %j', (change, sentence) => {
    expect(() => readVoicemailMail({ ...set, ...change })).toThrow(sentence)
  })
})
