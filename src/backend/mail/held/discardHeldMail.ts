import { eq } from 'drizzle-orm'
import type { Engineer } from '../../../domain/access/engineer'
import type { HeldMailOutcome } from '../../../protocol/intake/heldMail'
import type { BackendContext } from '../../context'
import { incomingMail } from '../../db/schema'
import { takeHeldMail } from './takeHeldMail'

/** Sets a held mail aside for good, with the reason; its bytes stay stored. Null = there is no such mail. */
export const discardHeldMail = async (context: BackendContext, engineer: Engineer, id: string, reason: string): Promise<HeldMailOutcome | null> => {
  const { value } = await context.database.write(async (tx): Promise<HeldMailOutcome | null> => {
    const taken = await takeHeldMail(tx, id)
    if (taken === null || 'answer' in taken) return taken && taken.answer
    const settled = { settledAs: 'discarded', settledAt: context.now(), settledBy: engineer.id, settledReason: reason } as const
    await tx.update(incomingMail).set(settled).where(eq(incomingMail.id, id))
    return { outcome: 'discarded', ticket: null, sentence: 'Discarded. The mail stays stored with your reason.' }
  })
  return value
}
