import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { protocolVersion } from '../../protocol/protocolVersion'
import type { BackendContext } from '../context'
import { answerProblem } from './answerProblem'
import { limitSlowBodies } from './limitSlowBodies'
import { ProblemError } from './problemError'

/** The desk's origin; a browser lets no other page read the API's answers. */
const deskOrigin = 'app://console'

/**
 * The HTTP server before its routes: parsing, headers, limits, and one shape for every failure. Scopes that serve
 * pages set their own failure handler.
 */
export const createHttp = async (context: BackendContext): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: context.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    // Ten files of 25 MB over a slow line; `limitSlowBodies` gives every other body less.
    requestTimeout: 30 * 60_000,
    // Hint streams never end by themselves; closing must not wait for them.
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  limitSlowBodies(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  app.decorateRequest('deskSession', null)
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new ProblemError('notFound', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`), request, reply),
  )
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cors, {
    origin: [deskOrigin],
    methods: ['GET', 'POST', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type'],
    exposedHeaders: ['retry-after'],
    maxAge: 600,
  })
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    openapi: {
      info: { title: 'Engineer Console backend', version: String(protocolVersion) },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug({ method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  return app
}
