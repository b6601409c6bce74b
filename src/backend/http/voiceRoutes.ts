import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingCall } from '../../domain/intake/channelOfCall'
import type { VoiceHook } from '../../protocol/intake/voiceHook'
import { problemShape } from '../../protocol/problem'
import type { VoiceSettings } from '../config/readVoiceSettings'
import type { BackendContext } from '../context'
import { readPolicy } from '../intake/readPolicy'
import { acceptVoicemail } from '../voice/acceptVoicemail'
import type { PostedRecording } from '../voice/acceptVoicemail'
import { callInstructions } from '../voice/callInstructions'
import type { CallStep } from '../voice/callInstructions'
import { greetCaller, sayGoodbye } from '../voice/greetCaller'
import { lineOfCall } from '../voice/lineOfCall'
import { readVoiceHook } from '../voice/readVoiceHook'
import { ProblemError } from './problemError'

/** A form or JSON about a call, transcript included, in bytes. */
const mostHookBytes = 256 * 1024

const lines = { 'tech-line': 'techLine', hotline: 'hotline' } as const

interface ToldCall {
  readonly line: IncomingCall['line']
  readonly hook: VoiceHook
  readonly posted: PostedRecording
}

/** What a route does with a call that was told of, and what the provider is to do next. */
type AnswerCall = (call: ToldCall) => Promise<readonly CallStep[]>

/**
 * Where the telephony provider asks what to do with a call and tells of voicemails, in a scope of its own: bodies stay
 * raw until their signature held.
 * @param wakeFetcher called after a commit that may have left a recording to fetch
 */
export const voiceRoutes = (app: FastifyInstance, context: BackendContext, settings: VoiceSettings, wakeFetcher: () => void): void => {
  const keep = async (call: ToldCall): Promise<void> => {
    const outcome = await acceptVoicemail(context, call)
    context.log.info({ outcome, call: call.hook.CallSid, line: call.line }, 'voicemail received')
  }

  const answer = (addressed: IncomingCall['line'], answerCall: AnswerCall) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { hook, posted } = await readVoiceHook(context, settings, request)
    const line = lineOfCall(hook.To, addressed, settings)
    if (line !== addressed) context.log.warn({ called: line, addressed }, 'the called number belongs to the other line than the address the provider uses')
    const steps = await answerCall({ line, hook, posted })
    // Only now: the ticket and its page are committed, and a page waits for no recording.
    if (posted !== null && 'again' in posted && posted.again) throw new ProblemError('unavailable', 'The call is noted. Its recording cannot be stored at this moment: please post it again.')
    return reply.type('text/xml; charset=utf-8').serializer(String).send(callInstructions(steps))
  }

  void app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser(['application/x-www-form-urlencoded', 'application/json'], { parseAs: 'buffer', bodyLimit: mostHookBytes }, (_request, body, done) => done(null, body))
    await hooks.register(multipart, { throwFileSizeLimit: false })
    for (const [path, line] of Object.entries(lines)) {
      const told = `/hooks/voice/${path}`
      const called = path === 'hotline' ? 'the hotline' : 'the tech line'
      const post = (url: string, what: string, answerCall: AnswerCall): void => {
        const schema = { summary: `${what} on ${called}, signed by the telephony provider`, response: { 400: problemShape, 403: problemShape } }
        hooks.post(url, { schema }, answer(line, answerCall))
      }

      post(told, 'A voicemail', async (call) => {
        await keep(call)
        wakeFetcher()
        return []
      })
      post(`${told}/answer`, 'A call to answer', async (call) => {
        const policy = await readPolicy(context.database.queries)
        const base = `${context.config.publicUrl()}${told}`
        return greetCaller(call.line, policy, context.now(), { recorded: `${base}/recorded`, complete: base, ended: `${base}/ended` })
      })
      // The recording is often not there yet at this moment: it is fetched at the next round, or when it is told to be complete.
      post(`${told}/recorded`, 'A message just spoken', async (call) => {
        await keep(call)
        return sayGoodbye({ recorded: true })
      })
      post(`${told}/ended`, 'A call without a message', async (call) => {
        const { hook } = call
        await keep(hook.RecordingUrl === '' && hook.RecordingStatus === '' ? { ...call, hook: { ...hook, RecordingStatus: 'absent' } } : call)
        return sayGoodbye({ recorded: false })
      })
    }
  })
}
