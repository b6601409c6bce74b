import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { VoiceSettings } from '../config/readVoiceSettings'
import type { FileStore, StagedFile } from '../context'
import { recordingLimits } from './recordingLimits'
import { stageRecording } from './stageRecording'
import { UnusableRecordingError } from './UnusableRecordingError'

const mostRedirects = 3

/** The address, if it is one of the provider's: a forged or redirected one must not make us ask inside our own network. */
const allowed = (text: string, base: URL | undefined, origins: readonly string[]): URL => {
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : null
  if (url === null || !origins.includes(url.origin)) throw new UnusableRecordingError('its address is not one of the telephony provider’s')
  return url
}

const ask = async (settings: VoiceSettings, address: string, signal: AbortSignal): Promise<Response> => {
  const first = allowed(address, undefined, settings.recordingOrigins)
  let url = first
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    // The account's secret goes to the place the provider named, not on to where that one points.
    const headers = url.origin === first.origin ? { authorization: `Basic ${Buffer.from(`${settings.account}:${settings.token}`).toString('base64')}` } : undefined
    const response = await fetch(url, { redirect: 'manual', signal, ...(headers === undefined ? {} : { headers }) })
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
    if (next === null) return response
    await response.body?.cancel()
    url = allowed(next, url, settings.recordingOrigins)
  }
  throw new UnusableRecordingError('its address points on and on')
}

/**
 * Fetches a recording from the provider into the file store. Throws an `UnusableRecordingError` when trying again is of
 * no use, any other error when it may pass; the file store then holds nothing of it.
 * @param stop ends the try early
 */
export const fetchRecording = async (settings: VoiceSettings, files: FileStore, address: string, stop: AbortSignal): Promise<StagedFile> => {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(recordingLimits.fetchMs)])
  const response = await ask(settings, address, signal)
  if (response.status === 410) throw new UnusableRecordingError('the provider has deleted it')
  if (!response.ok || response.body === null) {
    await response.body?.cancel()
    throw new Error(`the provider answered ${response.status}`)
  }
  return stageRecording(files, Readable.fromWeb(response.body as ReadableStream))
}
