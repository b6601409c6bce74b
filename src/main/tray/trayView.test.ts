import { describe, expect, it } from 'vitest'
import { firstSummary, trayView } from './trayView'

const urgent = [{ ticketId: '3f0c9a52-8a53-4a9e-9d38-0b8a3f5d2a11', label: '#1042 Inbound faxing stopped' }]

describe('trayView', () => {
  it.each([
    [{ unacknowledgedUrgent: 1, online: true, sync: 'live', signedInAs: 'Ann', urgent }, 'urgent', 'Engineer Console — 1 urgent unacknowledged · live'],
    [{ unacknowledgedUrgent: 0, online: true, sync: 'live', signedInAs: 'Ann', urgent: [] }, 'normal', 'Engineer Console — no urgent unacknowledged · live'],
    [
      { unacknowledgedUrgent: 0, online: false, sync: 'offline since 14:02 CT', signedInAs: 'Ann', urgent: [] },
      'offline',
      'Engineer Console — no urgent unacknowledged · offline since 14:02 CT',
    ],
    [
      { unacknowledgedUrgent: 2, online: false, sync: 'offline since 14:02 CT', signedInAs: 'Ann', urgent },
      'urgent',
      'Engineer Console — 2 urgent unacknowledged · offline since 14:02 CT',
    ],
  ] as const)('draws %o', (summary, image, tooltip) => {
    expect(trayView({ ...summary, urgent: [...summary.urgent] })).toMatchObject({ image, tooltip, tickets: summary.urgent })
  })

  it('keeps the & of a customer’s name', () => {
    const tickets = [{ ticketId: '3f0c9a52-8a53-4a9e-9d38-0b8a3f5d2a11', label: '#7 Quill & Stroud' }]
    expect(trayView({ ...firstSummary, urgent: tickets }).tickets[0]?.label).toBe('#7 Quill && Stroud')
  })

  it('says who is signed in, or that nobody is', () => {
    expect(trayView({ ...firstSummary, signedInAs: 'Ann Ruiz' }).lines).toEqual(['Signed in as Ann Ruiz', 'Sync: starting'])
    expect(trayView(firstSummary).lines[0]).toBe('Not signed in')
  })
})
