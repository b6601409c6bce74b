import { Notification } from 'electron'
import type { DeskAnswer, DeskArgs } from '../../protocol/ipc/deskApi'
import type { Settings } from '../../protocol/ipc/messages'

type Outcome = DeskAnswer<'notifications.show'>

/** A desktop that says neither shown nor failed within this time is taken for one that shows nothing. */
const ANSWER_MS = 3_000

export interface NotificationParts {
  readonly settings: () => Settings['notifications']
  readonly icon: string
  readonly clicked: (ticketId: string) => void
}

/** The desktop's notifications of this desk: at most one for each key. */
export class NotificationCenter {
  readonly #parts: NotificationParts
  /** Holding them keeps them from being collected, with which their click would be lost. */
  readonly #open = new Map<string, Notification>()

  constructor(parts: NotificationParts) {
    this.#parts = parts
  }

  /** Shows a notification in place of the one with the same key, and answers what became of it. */
  async show({ key, title, body, ticketId, urgent, silent }: DeskArgs<'notifications.show'>): Promise<Outcome> {
    const { urgent: urgentWanted, sound } = this.#parts.settings()
    if (urgent && !urgentWanted) return { outcome: 'suppressed', reason: 'Notifications of Urgent tickets are switched off in Settings.' }
    if (!Notification.isSupported()) return { outcome: 'failed', reason: 'This desktop has no notification service.' }
    this.close(key)

    const notification = new Notification({
      title,
      body,
      silent: silent || !sound,
      icon: this.#parts.icon,
      urgency: urgent ? 'critical' : 'normal',
      timeoutType: urgent ? 'never' : 'default',
    })
    this.#open.set(key, notification)
    notification.on('click', () => this.#parts.clicked(ticketId))
    notification.on('close', () => this.#forget(key, notification))
    const outcome = await shownOrFailed(notification)
    if (outcome.outcome === 'failed') this.#forget(key, notification)
    return outcome
  }

  /** Takes a notification back; without one of that key nothing happens. */
  close(key: string): void {
    const notification = this.#open.get(key)
    this.#open.delete(key)
    notification?.close()
  }

  /** Takes all back, when the desk ends: their click would lead nowhere. */
  closeAll(): void {
    for (const key of this.#open.keys()) this.close(key)
  }

  #forget(key: string, notification: Notification): void {
    if (this.#open.get(key) === notification) this.#open.delete(key)
  }
}

function shownOrFailed(notification: Notification): Promise<Outcome> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      resolve({ outcome: 'failed', reason: 'The desktop did not say that it shows the notification.' })
    }, ANSWER_MS)
    const settle = (outcome: Outcome): void => {
      clearTimeout(late)
      resolve(outcome)
    }
    notification.once('show', () => settle({ outcome: 'shown' }))
    // The reason is empty where there is no notification service at all.
    notification.once('failed', (_event, error) =>
      settle({ outcome: 'failed', reason: error.trim() === '' ? 'No notification service of the desktop answers: check that one is running.' : `The desktop refused the notification: ${error}` }),
    )
    notification.show()
  })
}
