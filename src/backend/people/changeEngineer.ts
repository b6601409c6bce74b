import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Engineer } from '../../domain/access/engineer'
import type { ChangeEngineer } from '../../protocol/session/people'
import type { BackendContext } from '../context'
import { deskSession, engineer, syncHead } from '../db/schema'
import { permit } from '../http/permit'
import { ProblemError } from '../http/problemError'

/**
 * Changes somebody's role, or switches their account on or off (R1–R6). A new role raises the version of the scopes in
 * the same transaction, so that every desk looks again at what it may hold (P10); an account switched off loses its
 * sessions for good. Throws when the asking engineer may not, or would leave the firm without themselves as administrator.
 */
export const changeEngineer = async ({ database, now }: Pick<BackendContext, 'database' | 'now'>, asking: Engineer, id: string, change: ChangeEngineer): Promise<Engineer> => {
  permit(asking, { operation: 'changePeople' })
  const { value } = await database.write(async (tx, touched) => {
    const [before] = await tx.select().from(engineer).where(eq(engineer.id, id)).for('update')
    if (!before) throw new ProblemError('notFound', 'There is nobody with this id. Please look at the list again.')
    const after = { ...before, ...change }
    if (id === asking.id && (after.role !== asking.role || !after.active)) {
      throw new ProblemError('notAllowed', 'You cannot take this from yourself, so that somebody is always left who can give it back. Please ask another administrator.')
    }
    if (after.role === before.role && after.active === before.active) return before
    await tx.update(engineer).set({ role: after.role, active: after.active }).where(eq(engineer.id, id))
    touched.put('engineer', id)
    if (!after.active) await tx.update(deskSession).set({ endedAt: now() }).where(and(eq(deskSession.engineerId, id), isNull(deskSession.endedAt)))
    if (after.role !== before.role) await tx.update(syncHead).set({ scopeV: sql`${syncHead.scopeV} + 1` })
    return after
  })
  return value
}
