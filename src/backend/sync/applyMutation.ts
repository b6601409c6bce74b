import { and, eq } from 'drizzle-orm'
import type { CommandResult, Mutation } from '../../protocol/commands/push'
import { readCommand } from '../commands/readCommand'
import type { ReadCommand } from '../commands/readCommand'
import { runDeskCommand } from '../commands/runDeskCommand'
import type { CommandRefusal } from '../commands/commandHandler'
import type { BackendContext } from '../context'
import type { Queries, Touched } from '../db/database'
import { collectTouched } from '../db/recordChange'
import { commandLog, device } from '../db/schema'
import { isTransient } from '../db/sqlState'
import { storableText } from '../db/storableText'
import { ProblemError } from '../http/problemError'
import type { DeskSession } from '../sessions/deskSession'

export interface AppliedMutation {
  readonly result: CommandResult
  /** The number of the device's last intent that was dealt with. */
  readonly lastMut: number
}

/**
 * Deals with one intent inside a transaction (sync.md, Server apply): once per number, in order, refusals included.
 * A failure that could pass by itself is thrown and advances nothing; any other becomes a refusal, so that one bad
 * intent never holds up the next (P6).
 */
export const applyMutation = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  session: DeskSession,
  mutation: Mutation,
): Promise<AppliedMutation> => {
  const thisDevice = and(eq(device.id, session.deviceId), eq(device.engineerId, session.engineer.id))
  const [held] = await tx.select({ lastMut: device.lastMut }).from(device).where(thisDevice).for('update')
  if (!held) throw new ProblemError('sessionExpired', 'This device is not known any more. Please sign in again; nothing you saved is lost.')
  if (mutation.mut <= held.lastMut) return { result: await storedResult(tx, session, mutation.mut), lastMut: held.lastMut }
  const expected = held.lastMut + 1
  if (mutation.mut > expected) {
    throw new ProblemError('outOfOrder', `Intent ${mutation.mut} came before intent ${expected}. Send from ${expected} on.`, { expected })
  }

  const read = readCommand(mutation)
  const refusal = read.ok ? await carryOut(context, tx, touched, session, mutation, read) : read.refusal
  const result: CommandResult = refusal
    ? { mut: mutation.mut, outcome: 'refused', ...refusal, sentence: storableText(refusal.sentence) }
    : { mut: mutation.mut, outcome: 'applied' }
  const at = context.now()
  await tx.insert(commandLog).values({
    deviceId: session.deviceId,
    engineerId: session.engineer.id,
    mut: mutation.mut,
    name: storableText(mutation.name),
    // A command that could not be read, or holds what the database cannot, stays whole on the desk that sent it.
    args: read.ok && refusal === null ? read.command.args : {},
    result,
    at,
  })
  await tx.update(device).set({ lastMut: mutation.mut, seenAt: at }).where(thisDevice)
  return { result, lastMut: mutation.mut }
}

const carryOut = async (
  context: BackendContext,
  tx: Queries,
  touched: Touched,
  session: DeskSession,
  mutation: Mutation,
  { command }: Extract<ReadCommand, { ok: true }>,
): Promise<CommandRefusal | null> => {
  const mine = collectTouched()
  try {
    // A savepoint: what the database refuses is undone, and the refusal itself can still be stored.
    const request = { engineer: session.engineer, clientTime: mutation.clientTime, base: mutation.base }
    const refusal = await tx.transaction(async (inner) => runDeskCommand(context, inner, mine, command, request))
    for (const { table, id } of mine.ops.values()) touched.put(table, id)
    return refusal
  } catch (error) {
    if (isTransient(error)) throw error
    context.log.error({ err: error, command: command.name, mut: mutation.mut }, 'a command failed and was refused')
    return {
      code: 'failed',
      sentence: 'The backend could not store this. Its text is kept here: please check it for unusual characters and give it again.',
    }
  }
}

const storedResult = async (tx: Queries, session: DeskSession, mut: number): Promise<CommandResult> => {
  const [stored] = await tx
    .select({ result: commandLog.result })
    .from(commandLog)
    .where(and(eq(commandLog.deviceId, session.deviceId), eq(commandLog.engineerId, session.engineer.id), eq(commandLog.mut, mut)))
  if (!stored) throw new Error(`intent ${mut} is below the device's last number but has no stored result`)
  return stored.result
}
