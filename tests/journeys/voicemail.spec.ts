import { expect } from '@playwright/test'
import { signAsProvider, startVoiceProvider, toneWav } from '../fixtures/voiceProvider'
import { people, signInAtDesk, test } from './lib/world'

const token = 'the secret of the account'
const caller = '+16145550177'

test('a voicemail is in the queue as not yet heard, is played at the desk, and one key says that it was heard', async ({ world }) => {
  test.setTimeout(120_000)
  const provider = await startVoiceProvider()
  world.atEnd(provider.close)
  provider.answer = (_request, response) => response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(toneWav())
  const lines = { VOICE_ACCOUNT: 'AC1', VOICE_TOKEN: token, TECH_LINE_NUMBERS: '+19525550100', VOICE_RECORDING_ORIGINS: provider.origin }
  const backend = await world.startBackend({ env: lines })
  const { window } = await world.startDesk({ backend: backend.url })
  await signInAtDesk(window, people.engineer.email)
  await expect(window.getByTestId('queue-row').first()).toBeVisible({ timeout: 30_000 })

  const url = `${backend.url}/hooks/voice/tech-line`
  const call = { CallSid: 'CA0123456789abcdef', From: caller, To: '+19525550100', RecordingUrl: `${provider.origin}/RE1` }
  const told = await fetch(url, { method: 'POST', headers: { 'x-twilio-signature': signAsProvider(token, url, call) }, body: new URLSearchParams(call) })
  expect(told.status).toBe(200)

  // The newest Medium is the last of the queue, so it is looked for.
  await window.keyboard.press('/')
  await window.keyboard.type(caller)
  const row = window.getByTestId('queue-row').filter({ hasText: caller })
  await expect(row).toContainText('Not yet heard')
  await row.click()
  const ticket = window.getByTestId('ticket-view')
  await ticket.getByRole('button', { name: /^Play the recording/ }).click()
  const player = ticket.getByTestId('voicemail-player')
  await expect(player).toBeVisible()
  // It plays: the bytes are sound, and the page's policy lets it be heard.
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => [audio.error, Math.round(audio.duration)])).toEqual([null, 1])

  await window.keyboard.press('h')
  await expect(ticket.getByTestId('voicemail-notice')).toHaveCount(0)
  await expect(row).not.toContainText('Not yet heard')
  const heard = window.locator('[data-testid="timeline-event"][data-kind="heard"][data-pending="false"]')
  await expect(heard).toContainText('listened to the voicemail')
})
