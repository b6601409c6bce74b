import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { embeddedSettings } from './embeddedSettings'

const dir = mkdtempSync(join(tmpdir(), 'embedded-settings-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const environment = {
  SMTP_OUT: 'smtp://mail.example', PUBLIC_URL: 'https://help.example/', IMAP_URL: 'imaps://a:canary@mail.example',
  VOICE_ACCOUNT: 'AC1', VOICE_TOKEN: 'canary', TECH_LINE_NUMBERS: '+19525550100', VOICEMAIL_ADDRESS: 'v@firm.example', VOICEMAIL_SENDERS: '@phones.example',
}

describe('embeddedSettings', () => {
  it('R15 R16 takes every way in from the environment', () => {
    expect(embeddedSettings(false, environment)).toMatchObject({
      smtpOut: 'smtp://mail.example', publicUrl: 'https://help.example', imapUrl: 'imaps://a:canary@mail.example', imapCa: null,
      voice: { account: 'AC1', techLine: ['+19525550100'] }, voicemailMail: { address: 'v@firm.example' },
    })
    expect(Object.values(embeddedSettings(false, {}))).toEqual([null, null, null, null, null, null])
  })
  it('gives a demo world nothing, not even a complaint', () => {
    expect(Object.values(embeddedSettings(true, { ...environment, IMAP_URL: 'nonsense' }))).toEqual([null, null, null, null, null, null])
  })
  it('names what is wrong, never a password', () => {
    writeFileSync(join(dir, 'ca.pem'), 'not a certificate')
    const said = (change: Readonly<Record<string, string>>) => () => embeddedSettings(false, { ...environment, ...change })
    expect(said({ IMAP_URL: 'pop3://a:canary@b' })).toThrow(/^(?!.*canary).*IMAP_URL.*imap:/s)
    expect(said({ IMAP_CA: join(dir, 'absent.pem') })).toThrow(/IMAP_CA names .*absent\.pem.*cannot be read/)
    expect(said({ IMAP_CA: join(dir, 'ca.pem') })).toThrow(/no certificate in PEM/)
  })
})
