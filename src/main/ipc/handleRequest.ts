import { ipcMain } from 'electron'
import type { DeskAnswer, DeskArgs, DeskRequest } from '../../protocol/ipc/deskApi'
import { deskRequests } from '../../protocol/ipc/messages'
import type { DeskReply } from '../../protocol/ipc/reply'
import { isTrustedSender } from './isTrustedSender'
import type { RequestSource } from './isTrustedSender'

/** One handler for every request there is: a channel without one does not compile. */
export type RequestHandlers = {
  readonly [C in DeskRequest]: (args: DeskArgs<C>) => DeskAnswer<C> | Promise<DeskAnswer<C>>
}

/** Registers all requests of the desk. The only code that touches `ipcMain`. */
export function handleRequests(handlers: RequestHandlers, isOwnContents: (id: number) => boolean): void {
  for (const channel of Object.keys(deskRequests) as DeskRequest[]) {
    ipcMain.handle(channel, (event, raw: unknown) => answerRequest(channel, handlers[channel], event, isOwnContents, raw))
  }
}

/** Checks sender and arguments, asks the handler, checks its answer. Never rejects: what is wrong becomes a sentence. */
export async function answerRequest<C extends DeskRequest>(
  channel: C,
  handler: RequestHandlers[C],
  source: RequestSource,
  isOwnContents: (id: number) => boolean,
  raw: unknown,
): Promise<DeskReply> {
  if (!isTrustedSender(source, isOwnContents)) {
    console.error(`Refused ${channel}: it does not come from the main frame of the desk's window.`)
    return { ok: false, sentence: 'This page may not use the desk.' }
  }
  const shapes = deskRequests[channel]
  const args = shapes.args.safeParse(raw)
  if (!args.success) return { ok: false, sentence: `${channel} was asked with wrong arguments: ${sayIssues(args.error.issues)}` }
  try {
    const answer = shapes.answer.safeParse(await handler(args.data as never))
    if (answer.success) return { ok: true, answer: answer.data }
    console.error(`${channel} gave an answer that is not in the protocol: ${sayIssues(answer.error.issues)}`)
    return { ok: false, sentence: `${channel} went wrong inside the desk. Please restart it, and report this if it happens again.` }
  } catch (error) {
    console.error(`${channel} failed:`, error)
    return { ok: false, sentence: error instanceof Error ? error.message : String(error) }
  }
}

function sayIssues(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`)).join('; ')
}
