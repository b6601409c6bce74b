import { isUnacknowledgedUrgent } from '../../domain/alerts/isUnacknowledgedUrgent'
import { sayClockTime } from '../../domain/calendar/sayTime'
import { toZone } from '../../domain/calendar/time'
import type { DeskApi, DeskArgs } from '../../protocol/ipc/deskApi'
import type { QueueIndex } from '../cache/queueIndex'
import { ticketLabel } from '../ticket/ticketLabel'
import { useConnection } from '../sync/connectionStore'
import type { ConnectionState } from '../sync/connectionStore'
import { noteTrouble } from '../bridge/troubleStore'

const mostListed = 10

const saySync = ({ phase, since }: ConnectionState, clock: (at: NonNullable<ConnectionState['since']>) => string): string => {
  switch (phase) {
    case 'starting':
      return 'starting'
    case 'live':
      return 'live'
    case 'catchingUp':
      return 'catching up'
    case 'offline':
      return since === null ? 'offline' : `offline since ${clock(since)}`
    case 'signedOut':
      return 'signed out'
  }
}

const summarize = (queue: QueueIndex): DeskArgs<'tray.update'> => {
  const connection = useConnection.getState()
  const me = queue.me()
  const zone = me?.zone ?? queue.policy()?.values.officeZone ?? toZone('America/Chicago')
  const urgent = queue.read().rows.filter((entry) => isUnacknowledgedUrgent(entry.ticket))
  return {
    unacknowledgedUrgent: urgent.length,
    online: connection.phase === 'live' || connection.phase === 'catchingUp',
    sync: saySync(connection, (at) => sayClockTime(at, zone)),
    signedInAs: me?.name.slice(0, 120) ?? null,
    urgent: urgent.slice(0, mostListed).map(({ ticket, customerName }) => ({
      ticketId: ticket.id,
      label: `${ticketLabel(ticket)} ${customerName ?? ticket.requester.name ?? ticket.requester.phone ?? 'Unidentified caller'}: ${ticket.brief}`.slice(0, 200),
    })),
  }
}

/** Keeps the tray equal to the queue and the connection; tells it only what changed. Answers how to stop. */
export const keepTray = (queue: QueueIndex, tray: DeskApi['tray']): (() => void) => {
  let told = ''
  const update = (): void => {
    const summary = summarize(queue)
    const text = JSON.stringify(summary)
    if (text === told) return
    told = text
    tray.update(summary).catch((error: unknown) => noteTrouble('The tray could not be updated.', error))
  }
  const stops = [queue.listen(update), useConnection.subscribe(update)]
  update()
  return () => {
    for (const stop of stops) stop()
  }
}
