import type { FastifyReply } from 'fastify'
import type { ReactElement } from 'react'
import { renderPage } from '../../../portal/renderPage'

/** Pages hold what only their reader may see: nothing on the way keeps a copy. */
export const sendPage = (reply: FastifyReply, page: ReactElement, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(renderPage(page))
