import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import type { EngineerRole } from '../../src/domain/access/engineer'
import { engineerRoles } from '../../src/domain/access/engineer'
import { addRealMinutes } from '../../src/domain/calendar/time'
import { createLog } from '../../src/backend/config/createLog'
import type { Database } from '../../src/backend/db/database'
import { serverNote } from '../../src/backend/db/schema'
import { changeEngineer } from '../../src/backend/people/changeEngineer'
import { readPage } from '../../src/backend/sync/readPage'
import { Retention } from '../../src/backend/sync/Retention'
import type { Cursor } from '../../src/protocol/sync/pull'
import { addCustomer, addEngineer, addTicket, worldStart } from '../fixtures/backendWorld'
import { plainDesk } from './plainDesk'
import { emptyDatabase } from './testBackend'

/** One commit of a recorded log, or days that go by with the retention job at their end. */
export type LogStep =
  | { readonly kind: 'ticket' }
  | { readonly kind: 'addNote' }
  | { readonly kind: 'changeNote' | 'removeNote'; readonly which: number }
  | { readonly kind: 'role'; readonly role: EngineerRole }
  | { readonly kind: 'days'; readonly days: number }

const which = fc.nat(50)

/** Logs of commits, deletions, roles and time, short enough to be read when one fails. */
export const anyLog = (steps: number): fc.Arbitrary<LogStep[]> =>
  fc.array(
    fc.oneof(
      fc.constant<LogStep>({ kind: 'ticket' }),
      { weight: 3, arbitrary: fc.constant<LogStep>({ kind: 'addNote' }) },
      fc.record({ kind: fc.constantFrom('changeNote' as const, 'removeNote' as const), which }),
      fc.record({ kind: fc.constant('role' as const), role: fc.constantFrom(...engineerRoles) }),
      fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 60 }) }),
    ),
    { minLength: steps, maxLength: steps },
  )

/** The desks that did not end as one that pulled everything at once: after which step they had stopped, and what differs. */
export interface ResumeFailure {
  readonly after: number
  readonly held: string
  readonly whole: string
}

/**
 * Plays a log; after each step a new desk pulls up to there, and another only its first page. At the end each pulls the
 * rest. Answers every desk that does not hold what one holds that pulls everything at once (P3).
 */
export const playLog = async (database: Database, steps: readonly LogStep[]): Promise<readonly ResumeFailure[]> => {
  await emptyDatabase(database)
  const administrator = await addEngineer(database, { role: 'administrator' })
  const reader = await addEngineer(database, { role: 'helpdesk' })
  const { customerId } = await addCustomer(database)
  let now = worldStart
  const retention = new Retention({ database, now: () => now, log: createLog({ write: () => undefined }) })
  const notes: string[] = []
  const session = { engineer: reader, deviceId: randomUUID(), family: randomUUID() }
  const line = { pull: async (cursor: Cursor | null, limit = 1_000) => database.read(async (tx) => readPage(tx, session, cursor, limit)) }

  const play = async (step: LogStep): Promise<void> => {
    switch (step.kind) {
      case 'ticket':
        await addTicket(database, { receivedAt: now })
        return
      case 'addNote':
        await database.write(async (tx, touched) => {
          const id = randomUUID()
          await tx.insert(serverNote).values({ id, customerId, about: 'server', aboutId: randomUUID(), text: 'as it was' })
          touched.put('serverNote', id)
          notes.push(id)
        })
        return
      case 'changeNote':
      case 'removeNote': {
        const id = notes[step.which % Math.max(1, notes.length)]
        if (id === undefined) return
        await database.write(async (tx, touched) => {
          if (step.kind === 'changeNote') {
            await tx.update(serverNote).set({ text: randomUUID() }).where(eq(serverNote.id, id))
            touched.put('serverNote', id)
          } else {
            await tx.delete(serverNote).where(eq(serverNote.id, id))
            touched.remove('serverNote', id)
          }
        })
        if (step.kind === 'removeNote') notes.splice(notes.indexOf(id), 1)
        return
      }
      case 'role':
        await changeEngineer({ database, now: () => now }, administrator, reader.id, { role: step.role })
        return
      case 'days':
        now = addRealMinutes(now, step.days * 24 * 60)
        await retention.runOnce(now)
        return
      default:
        step satisfies never
    }
  }

  await retention.runOnce(now)
  const desks: { readonly after: number; readonly desk: ReturnType<typeof plainDesk> }[] = [{ after: -1, desk: plainDesk() }]
  for (const [after, step] of steps.entries()) {
    await play(step)
    const caughtUp = plainDesk()
    await caughtUp.catchUp(line, 4 + (after % 8))
    const cutOff = plainDesk()
    cutOff.take(await line.pull(null, 1 + (after % 9)))
    desks.push({ after, desk: caughtUp }, { after, desk: cutOff })
  }
  const whole = plainDesk()
  await whole.catchUp(line)
  const ought = JSON.stringify(whole.dump())
  const failures: ResumeFailure[] = []
  for (const { after, desk } of desks) {
    await desk.catchUp(line, after % 3 === 0 ? 3 : 1_000)
    const held = JSON.stringify(desk.dump())
    if (held !== ought) failures.push({ after, held, whole: ought })
  }
  return failures
}
