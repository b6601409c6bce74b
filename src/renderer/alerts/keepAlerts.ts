import { wantedAlerts } from '../../domain/alerts/wantedAlerts'
import type { Alert } from '../../domain/alerts/alert'
import type { Instant } from '../../domain/calendar/time'
import type { DeskAnswer, DeskApi } from '../../protocol/ipc/deskApi'
import type { DeskCache } from '../cache/deskCache'
import { readMeta, writeMeta } from '../cache/readMeta'
import type { QueueIndex } from '../cache/queueIndex'
import { useAlertStore } from './alertStore'
import { diffAlerts } from './diffAlerts'
import { noteTrouble } from '../bridge/troubleStore'

export interface AlertParts {
  readonly cache: DeskCache
  readonly queue: QueueIndex
  readonly notifications: Pick<DeskApi['notifications'], 'show' | 'close'>
  readonly now: () => Instant
  /** When this run of the program began: notifications of an earlier run are gone from the desktop. */
  readonly runOf: Instant
}

export interface AlertKeeper {
  /** Compares wanted and raised now; resolves when the desktop has answered. */
  readonly check: () => Promise<void>
  readonly close: () => void
}

/**
 * Keeps the desktop's interruptions equal to the set that the rows ask for. Which are raised is kept in the cache, so a
 * reload rings nothing twice; a colleague's acknowledgement takes the ticket out of the set and closes it here. One
 * that failed, to be shown or to be closed, is tried again at the next look and holds up no other.
 */
export const keepAlerts = ({ cache, queue, notifications, now, runOf }: AlertParts): AlertKeeper => {
  let turn: Promise<void> = Promise.resolve()
  /** Known from the first look on, so that a cache that cannot be written lets nothing ring again and again. */
  let raised: Set<string> | null = null

  const readRaised = async (): Promise<Set<string>> => {
    const kept = await readMeta(cache, 'raisedAlerts')
    return new Set(kept?.runOf === runOf ? kept.keys : [])
  }

  const show = async (alert: Alert): Promise<DeskAnswer<'notifications.show'>> => {
    const { key, title, body, ticketId, urgent } = alert
    try {
      return await notifications.show({ key, title: title.slice(0, 300), body: body.slice(0, 1_000), ticketId, urgent, silent: false })
    } catch (error) {
      return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const hide = async (key: string): Promise<DeskAnswer<'notifications.close'>> => {
    try {
      return await notifications.close({ key })
    } catch (error) {
      return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  const check = async (): Promise<void> => {
    const policy = queue.policy()
    const me = queue.me()
    const { rows, ready } = queue.read()
    if (policy === null || me === null || !ready) return
    raised ??= await readRaised()
    const wanted = wantedAlerts({ tickets: rows.map((entry) => entry.ticket), customers: queue.customers(), policy, now: now(), me: me.id })
    const change = diffAlerts(wanted, raised)
    if (change.show.length === 0 && change.close.length === 0) return
    const outcomes = new Map(useAlertStore.getState().outcomes)
    for (const key of change.close) {
      const outcome = await hide(key)
      if (outcome.outcome !== 'done') {
        noteTrouble(`A notification could not be closed. ${outcome.reason}`)
        continue
      }
      raised.delete(key)
      outcomes.delete(key)
    }
    for (const alert of change.show) {
      const outcome = await show(alert)
      outcomes.set(alert.key, outcome)
      if (outcome.outcome !== 'failed') raised.add(alert.key)
    }
    useAlertStore.setState({ outcomes })
    await writeMeta(cache, 'raisedAlerts', { runOf, keys: [...raised] })
  }

  const inTurn = async (): Promise<void> => {
    turn = turn.then(check).catch((error: unknown) => noteTrouble('The interruptions could not be renewed.', error))
    return turn
  }
  const stop = queue.listen(() => void inTurn())
  return { check: inTurn, close: stop }
}
