import type { Database } from '../../../src/backend/db/database'
import { badInputSuite } from './badInputSuite'
import { conflictSuite } from './conflictSuite'
import { contactSuite } from './contactSuite'
import { databaseSuite } from './databaseSuite'
import { deviceSuite } from './deviceSuite'
import { digestSuite } from './digestSuite'
import { hintSuite } from './hintSuite'
import { orderSuite } from './orderSuite'
import { phoneSuite } from './phoneSuite'
import { pullSuite } from './pullSuite'
import { pushSuite } from './pushSuite'
import { resumeSuite } from './resumeSuite'
import { retentionSuite } from './retentionSuite'
import { scopeSuite } from './scopeSuite'
import { sessionSuite } from './sessionSuite'
import { snapshotSuite } from './snapshotSuite'
import { waitSuite } from './waitSuite'

/** What every database must do. */
export const allSuites = (given: () => Database): void => {
  databaseSuite(given)
  orderSuite(given)
  phoneSuite(given)
  contactSuite(given)
  pullSuite(given)
  scopeSuite(given)
  deviceSuite(given)
  retentionSuite(given)
  resumeSuite(given)
  pushSuite(given)
  conflictSuite(given)
  sessionSuite(given)
  snapshotSuite(given)
  digestSuite(given)
  hintSuite(given)
  waitSuite(given)
  badInputSuite(given)
}
