import type { FastifyInstance } from 'fastify'
import type { BackendContext } from '../context'
import type { SetTimer } from '../daemons/setTimer'
import { requireDeskSession } from '../sessions/requireDeskSession'
import type { HintHub } from '../sync/hintHub'
import { attachmentRoutes } from './attachmentRoutes'
import { deviceRoutes } from './deviceRoutes'
import { healthRoutes } from './healthRoutes'
import { heldMailRoutes } from './heldMailRoutes'
import { peopleRoutes } from './peopleRoutes'
import { portalRoutes } from './portalRoutes'
import { sessionRoutes } from './sessionRoutes'
import { snapshotRoutes } from './snapshotRoutes'
import { syncRoutes } from './syncRoutes'

/** Every route of the backend, each in the scope whose checks it needs. */
export const registerRoutes = (app: FastifyInstance, context: BackendContext, hub: HintHub, setTimer?: SetTimer): void => {
  healthRoutes(app, context)
  sessionRoutes(app, context, hub)
  void app.register(async (signedIn) => {
    requireDeskSession(signedIn, context)
    syncRoutes(signedIn, context, hub, setTimer)
    snapshotRoutes(signedIn, context)
    attachmentRoutes(signedIn, context)
    heldMailRoutes(signedIn, context)
    deviceRoutes(signedIn, context, hub)
    peopleRoutes(signedIn, context)
  })
  portalRoutes(app, context)
}
