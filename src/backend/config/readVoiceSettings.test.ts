import { describe, expect, it } from 'vitest'
import { readVoiceSettings } from './readVoiceSettings'

const lines = { VOICE_ACCOUNT: 'AC1', VOICE_TOKEN: 'canary', TECH_LINE_NUMBERS: '+1 952 555 0100, (952) 555-0101', HOTLINE_NUMBERS: '+19525550199' }

describe('readVoiceSettings', () => {
  it('is null without lines, and fetches from the usual provider only', () => {
    expect(readVoiceSettings({})).toBeNull()
    expect(readVoiceSettings(lines)).toEqual({
      account: 'AC1',
      token: 'canary',
      techLine: ['+1 952 555 0100', '(952) 555-0101'],
      hotline: ['+19525550199'],
      recordingOrigins: ['https://api.twilio.com'],
    })
    expect(readVoiceSettings({ ...lines, VOICE_RECORDING_ORIGINS: 'https://media.example/a/b, http://127.0.0.1:9' })?.recordingOrigins).toEqual(['https://media.example', 'http://127.0.0.1:9'])
  })
  it.each([
    [{ VOICE_TOKEN: '' }, 'VOICE_ACCOUNT and VOICE_TOKEN'],
    [{ TECH_LINE_NUMBERS: '', HOTLINE_NUMBERS: '' }, 'TECH_LINE_NUMBERS or HOTLINE_NUMBERS'],
    [{ HOTLINE_NUMBERS: 'ring me' }, 'HOTLINE_NUMBERS must be telephone numbers with commas between, not “ring me”'],
    [{ VOICE_RECORDING_ORIGINS: 'api.twilio.com' }, 'VOICE_RECORDING_ORIGINS must be addresses such as https://api.twilio.com'],
  ])('R15 names what is missing or wrong with %j, never the secret', (change, sentence) => {
    expect(() => readVoiceSettings({ ...lines, ...change })).toThrow(sentence)
    expect(() => readVoiceSettings({ ...lines, ...change })).toThrow(/^(?!.*canary)/s)
  })
})
