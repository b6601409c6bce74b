import { describe, expect, it } from 'vitest'
import { deskCommandShape } from './deskCommands'
import { commandNames } from './ticketCommands'

const ticketId = '7b1f6a52-4a6c-4b4e-8a55-0e2a0c1d2e3f'
const eventId = '0d9cf3c4-5a1b-4c7e-9f2a-1b2c3d4e5f60'

describe('the commands on the wire', () => {
  it('knows every command of the domain by name', () => {
    expect([...commandNames].toSorted()).toEqual([
      'acknowledge', 'addNote', 'claim', 'hearVoicemail', 'identify', 'logCall', 'release', 'releaseHold', 'reply', 'setPriority', 'setState',
    ])
  })

  it('trims typed text and keeps the rest as it came', () => {
    const parsed = deskCommandShape.parse({ name: 'addNote', args: { ticketId, eventId, text: '  spooler restarted \n' } })
    expect(parsed).toEqual({ name: 'addNote', args: { ticketId, eventId, text: 'spooler restarted' } })
  })

  it('P39 refuses an empty note with a sentence for the person', () => {
    const result = deskCommandShape.safeParse({ name: 'addNote', args: { ticketId, eventId, text: '   ' } })
    expect(result.error?.issues[0]?.message).toBe('The note is empty: please write something')
  })

  it('R49 refuses a priority change without a reason', () => {
    const args = { ticketId, eventId, priority: 'high', productionDown: false, reason: '' }
    expect(deskCommandShape.safeParse({ name: 'setPriority', args }).success).toBe(false)
  })

  it.each([
    ['an unknown command', { name: 'deleteEverything', args: { ticketId, eventId } }],
    ['a ticket id that is no id', { name: 'claim', args: { ticketId: '../../etc', eventId } }],
    ['a call that lasted less than nothing', {
      name: 'logCall',
      args: { ticketId, eventId, outcome: 'reached', number: '555-0100', contactName: '', text: '', startedAt: 0, minutes: -1 },
    }],
    ['an outcome nobody agreed on', {
      name: 'logCall',
      args: { ticketId, eventId, outcome: 'maybe', number: '555-0100', contactName: '', text: '', startedAt: 0, minutes: 1 },
    }],
  ])('P39 refuses %s', (_, command) => {
    expect(deskCommandShape.safeParse(command).success).toBe(false)
  })
})
