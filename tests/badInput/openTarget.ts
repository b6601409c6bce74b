import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { createHttp } from '../../src/backend/http/createHttp'
import { registerRoutes } from '../../src/backend/http/registerRoutes'
import { voiceRoutes } from '../../src/backend/http/voiceRoutes'
import { createHintHub } from '../../src/backend/sync/hintHub'
import type { SessionGrant } from '../../src/protocol/session/session'
import { addEngineer, addTicket, engineerPassword } from '../fixtures/backendWorld'
import { addPortalCustomer } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import type { Caller, KnownRoute } from './badRequests'

/** Every route of the backend, in one app, with somebody signed in on each side. */
export interface Target {
  readonly app: FastifyInstance
  /** As the app registered them, so that a new route is attacked too. */
  readonly routes: readonly KnownRoute[]
  readonly caller: Caller
  readonly close: () => Promise<void>
}

/** Builds the app over a backend, with one engineer, one customer and one ticket in it. */
export const openTarget = async ({ context, database }: CustomerBackend): Promise<Target> => {
  const app = await createHttp(context)
  const routes: KnownRoute[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, url })
  })
  const hub = createHintHub(context)
  registerRoutes(app, context, hub)
  voiceRoutes(app, context, { account: 'AC1', token: 'secret', techLine: ['+19525550100'], hotline: ['+19525550199'], recordingOrigins: ['https://voice.example'] }, () => undefined)
  await app.ready()

  const { email } = await addEngineer(database)
  const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password: engineerPassword, device: { id: randomUUID(), name: 'a desk' } } })
  const customer = await addPortalCustomer(database)
  await addTicket(database, { customerId: customer.customerId, contactId: customer.contactId })
  const browser = openBrowser(app)
  await browser.signIn(customer.email)
  const formToken = hiddenField((await browser.get('/requests/new')).body, 'formToken')
  return {
    app,
    routes,
    caller: { bearer: signedIn.json<SessionGrant>().accessToken, cookie: `portal-session=${browser.cookies.get('portal-session') ?? ''}; portal-form=${formToken}`, formToken },
    close: async () => {
      hub.destroy()
      await app.close()
    },
  }
}
