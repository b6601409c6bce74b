import type { Mutation, PushResponse } from '../../protocol/commands/push'
import type { BackendContext } from '../context'
import type { DeskSession } from '../sessions/deskSession'
import { applyMutation } from './applyMutation'

/** What is told to somebody by mail, at once. */
const mailed: ReadonlySet<string> = new Set(['reply', 'identify', 'releaseHold', 'grantAccess', 'denyAccess', 'sendPasswordLink'])

/**
 * Applies intents in order, each in a transaction of its own. What was applied before a failure stays applied; the
 * desk sends the rest again and gets the stored results of the first (P4). Throws `outOfOrder` on a gap.
 */
export const applyPush = async (context: BackendContext, session: DeskSession, mutations: readonly Mutation[]): Promise<PushResponse> => {
  const results: PushResponse['results'] = []
  let lastMut = 0
  for (const mutation of mutations) {
    const { value, seq } = await context.database.write(async (tx, touched) => applyMutation(context, tx, touched, session, mutation))
    results.push(value.result)
    lastMut = value.lastMut
    if (seq !== null && mailed.has(mutation.name)) context.mail.wake()
  }
  return { lastMut, results }
}
