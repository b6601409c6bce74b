import type { FastifyInstance } from 'fastify'
import { sayListenFailure } from '../config/startFailure'

/** Listens, and answers the address people on this machine use, without a trailing slash. Throws a `StartFailure`. */
export const listen = async (app: FastifyInstance, host: string, port: number): Promise<string> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw sayListenFailure(error, 'the backend', host, port)
  }
  const address = app.server.address()
  return `http://${reachable(host)}:${typeof address === 'object' && address !== null ? address.port : port}`
}

const reachable = (host: string): string => {
  if (host === '0.0.0.0' || host === '::' || host === 'localhost') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
