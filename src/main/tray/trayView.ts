import type { DeskArgs } from '../../protocol/ipc/deskApi'

export type TraySummary = DeskArgs<'tray.update'>

export type TrayImage = 'normal' | 'urgent' | 'offline'

/** What the tray shows for a summary: which image, the words over it, and the lines of its menu. */
export interface TrayView {
  readonly image: TrayImage
  readonly tooltip: string
  /** Tickets to open, most urgent first. In a menu's words a single & would underline the next letter. */
  readonly tickets: TraySummary['urgent']
  /** Lines that only inform. */
  readonly lines: readonly string[]
}

/** Before the desk has said anything. */
export const firstSummary: TraySummary = { unacknowledgedUrgent: 0, online: true, sync: 'starting', signedInAs: null, urgent: [] }

/** Draws a summary. An unacknowledged Urgent outranks being offline: it is what somebody must act on. */
export function trayView({ unacknowledgedUrgent, online, sync, signedInAs, urgent }: TraySummary): TrayView {
  const count = unacknowledgedUrgent === 0 ? 'no urgent unacknowledged' : `${unacknowledgedUrgent} urgent unacknowledged`
  return {
    image: unacknowledgedUrgent > 0 ? 'urgent' : online ? 'normal' : 'offline',
    tooltip: `Engineer Console — ${count} · ${sync}`,
    tickets: urgent.map(({ ticketId, label }) => ({ ticketId, label: label.replaceAll('&', '&&') })),
    lines: [signedInAs === null ? 'Not signed in' : `Signed in as ${signedInAs}`, `Sync: ${sync}`],
  }
}
