import { expect, test } from 'vitest'
import { readCallingNumber } from './readCallingNumber'

const read = (words: { subject?: string; fromName?: string; text?: string }) => readCallingNumber({ subject: '', fromName: '', text: '', ...words }, ['+1 952 555 0100'])

test.each([
  [{ subject: 'Voicemail from (614) 555-0131' }, '+16145550131'],
  [{ subject: 'New message 4 in mailbox 204', text: 'You have a new 0:23 long message\nfrom: "LAKESIDE CLINICS" <6145550131>\non Tuesday, November 24, 2026 at 10:02:44 AM' }, '+16145550131'],
  [{ subject: 'Voice message', fromName: 'WIRELESS CALLER 16145550131' }, '+16145550131'],
  [{ subject: '614-555-0131 called 952-555-0100' }, '+16145550131'],
  [{ subject: 'Message', text: 'Called: 614-555-0199\nCaller ID: 614.555.0131\nLength: 12 s' }, '+16145550131'],
  [{ subject: 'Call for 614-555-0199 from 614-555-0131' }, '+16145550131'],
  [{ subject: 'Voicemail', text: 'Caller: +49 30 901820' }, '+4930901820'],
])('R16 reads the caller out of %j', (words, number) => {
  expect(read(words)).toBe(number)
})

test.each([
  [{ subject: 'Voicemail from Anonymous', text: 'Mailbox 204, 2026-11-24 10:02, message 20261124100244' }],
  [{ subject: 'Voicemail from extension 204' }],
  [{ subject: 'Voicemail on 952-555-0100' }],
  [{ subject: '614-555-0131 / 614-555-0132' }],
  [{ text: `${'x '.repeat(10_000)} 614-555-0131` }],
])('R16 guesses no caller out of %j', (words) => {
  expect(read(words)).toBeNull()
})
