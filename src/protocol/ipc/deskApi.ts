import type { z } from 'zod'
import type { deskEvents, deskRequests } from './messages'

/** Every question the desk may ask the main process, as `group.name`. The list is `messages.ts`. */
export type DeskRequests = typeof deskRequests
export type DeskRequest = keyof DeskRequests
export type DeskArgs<C extends DeskRequest> = z.infer<DeskRequests[C]['args']>
export type DeskAnswer<C extends DeskRequest> = z.infer<DeskRequests[C]['answer']>

/** Everything the main process may tell the desk unasked. */
export type DeskEvents = typeof deskEvents
export type DeskEvent = keyof DeskEvents
export type DeskEventPayload<E extends DeskEvent> = z.infer<DeskEvents[E]>

type Groups = DeskRequest extends `${infer G}.${string}` ? G : never
type MethodsOf<G extends string> = Extract<DeskRequest, `${G}.${string}`> extends `${string}.${infer M}` ? M : never
type Method<C extends DeskRequest> = undefined extends DeskArgs<C>
  ? () => Promise<DeskAnswer<C>>
  : (args: DeskArgs<C>) => Promise<DeskAnswer<C>>

/** `window.desk`: named functions only. `on` answers a function that stops listening. */
export type DeskApi = {
  readonly [G in Groups]: { readonly [M in MethodsOf<G>]: `${G}.${M}` extends DeskRequest ? Method<`${G}.${M}`> : never }
} & {
  readonly on: <E extends DeskEvent>(event: E, listener: (payload: DeskEventPayload<E>) => void) => () => void
}
