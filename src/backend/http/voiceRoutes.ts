import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { problemShape } from '../../protocol/problem'
import type { VoiceSettings } from '../config/readVoiceSettings'
import type { BackendContext } from '../context'
import { acceptVoicemail } from '../voice/acceptVoicemail'
import { lineOfCall } from '../voice/lineOfCall'
import { readVoiceHook } from '../voice/readVoiceHook'

/** A form or JSON about a call, transcript included, in bytes. */
const mostHookBytes = 256 * 1024

const lines = { 'tech-line': 'techLine', hotline: 'hotline' } as const

/** Asks nothing more of the provider. */
const nothingMore = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/**
 * Where the telephony provider tells of voicemails, in a scope of its own: bodies stay raw until their signature held.
 * @param wakeFetcher called after a commit that may have left a recording to fetch
 */
export const voiceRoutes = (app: FastifyInstance, context: BackendContext, settings: VoiceSettings, wakeFetcher: () => void): void => {
  void app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser(['application/x-www-form-urlencoded', 'application/json'], { parseAs: 'buffer', bodyLimit: mostHookBytes }, (_request, body, done) => done(null, body))
    await hooks.register(multipart, { throwFileSizeLimit: false })
    for (const [path, line] of Object.entries(lines)) {
      hooks.post(
        `/hooks/voice/${path}`,
        { schema: { summary: `A voicemail on the ${path === 'hotline' ? 'hotline' : 'tech line'}, signed by the telephony provider`, response: { 400: problemShape, 403: problemShape } } },
        async (request, reply) => {
          const { hook, posted } = await readVoiceHook(context, settings, request)
          const called = lineOfCall(hook.To, line, settings)
          if (called !== line) context.log.warn({ called, addressed: line }, 'the called number belongs to the other line than the address the provider uses')
          const outcome = await acceptVoicemail(context, { line: called, hook, posted })
          context.log.info({ outcome, call: hook.CallSid, line: called }, 'voicemail received')
          wakeFetcher()
          return reply.type('text/xml; charset=utf-8').serializer(String).send(nothingMore)
        },
      )
    }
  })
}
