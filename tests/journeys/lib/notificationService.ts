import { EventEmitter, on, once } from 'node:events'
import { Message, Variant } from '@jellybrick/dbus-next'
import type { MessageBus } from '@jellybrick/dbus-next'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

/** A notification as the desktop received it. */
export interface SeenNotification {
  readonly id: number
  readonly title: string
  readonly body: string
  /** 0 low, 1 normal, 2 critical. */
  readonly urgency: number
  /** Milliseconds; 0 = stays until somebody acts, -1 = as the desktop likes. */
  readonly timeout: number
  /** Action keys, in order; `default` is the click. */
  readonly actions: readonly string[]
  /** When it arrived, in milliseconds of `performance.now()` of this process. */
  readonly shownAt: number
}

/** The desktop's notification service, as a test sees and uses it. */
export class NotificationService {
  readonly notifications: SeenNotification[] = []
  readonly closedIds: number[] = []
  readonly #bus: MessageBus
  readonly #events = new EventEmitter()

  private constructor(bus: MessageBus) {
    this.#bus = bus
  }

  /** Takes the service's name on a bus and begins to answer. */
  static async start(bus: MessageBus): Promise<NotificationService> {
    const service = new NotificationService(bus)
    bus.addMethodHandler((message: Message) => service.#handle(message))
    await bus.requestName(NAME)
    return service
  }

  /** The first notification, seen or coming, that fits. Rejects after `limitMs`. */
  async waitFor(fits: (notification: SeenNotification) => boolean, limitMs = 15_000): Promise<SeenNotification> {
    const seen = this.notifications.find(fits)
    if (seen !== undefined) return seen
    try {
      for await (const [notification] of on(this.#events, 'shown', { signal: AbortSignal.timeout(limitMs) }) as AsyncIterable<[SeenNotification]>) {
        if (fits(notification)) return notification
      }
    } catch (error) {
      throw new Error(`No such notification within ${limitMs} ms. Seen: ${JSON.stringify(this.notifications)}`, { cause: error })
    }
    throw new Error('The notification service stopped.')
  }

  /** Resolves when a notification was taken back by its program. */
  async waitForClosed(id: number, limitMs = 15_000): Promise<void> {
    while (!this.closedIds.includes(id)) await once(this.#events, 'closed', { signal: AbortSignal.timeout(limitMs) })
  }

  /** What a person's click on a notification sends. */
  click(id: number): void {
    this.#signal('ActionInvoked', 'us', [id, 'default'])
    this.#signal('NotificationClosed', 'uu', [id, 2])
  }

  #handle(message: Message): boolean {
    if (message.path !== PATH || message.interface !== NAME) return false
    switch (message.member) {
      case 'GetServerInformation':
        this.#answer(message, 'ssss', ['journey desktop', 'tests', '1', '1.2'])
        return true
      case 'GetCapabilities':
        this.#answer(message, 'as', [['actions', 'body', 'persistence']])
        return true
      case 'Notify':
        this.#answer(message, 'u', [this.#notify(message.body)])
        return true
      case 'CloseNotification': {
        const id = Number(message.body[0])
        this.#answer(message, '', [])
        this.closedIds.push(id)
        this.#events.emit('closed', id)
        this.#signal('NotificationClosed', 'uu', [id, 3])
        return true
      }
      default:
        return false
    }
  }

  #notify(body: readonly unknown[]): number {
    const [, replaces, , title, text, actions, hints, timeout] = body
    const id = Number(replaces) === 0 ? this.notifications.length + 1 : Number(replaces)
    const urgency = (hints as Record<string, unknown>)['urgency']
    const notification: SeenNotification = {
      id,
      title: String(title),
      body: String(text),
      urgency: urgency instanceof Variant ? Number(urgency.value) : 1,
      timeout: Number(timeout),
      actions: (actions as string[]).filter((_, index) => index % 2 === 0),
      shownAt: performance.now(),
    }
    this.notifications.push(notification)
    this.#events.emit('shown', notification)
    return id
  }

  #answer(message: Message, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newMethodReturn(message, signature, body))
  }

  #signal(member: string, signature: string, body: unknown[]): void {
    this.#bus.send(Message.newSignal(PATH, NAME, member, signature, body))
  }
}
