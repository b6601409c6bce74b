import { expect, it } from 'vitest'
import { exampleIntent } from '../fixtures/exampleIntent'
import { exportOutbox } from './exportOutbox'

it('P6 the saved outbox holds every text, what it was about and why it was refused', () => {
  const file = JSON.parse(exportOutbox({ engineer: 'Dana Reyes', exportedAt: 60_000, waiting: [exampleIntent(1)], refused: [{ ...exampleIntent(2), sentence: 'The ticket is closed.' }] })) as unknown
  expect(file).toMatchObject({
    engineer: 'Dana Reyes',
    exportedAt: '1970-01-01T00:01:00.000Z',
    waiting: [{ what: 'addNote', text: 'text 1', ticketId: exampleIntent(1).ticketId, at: '1970-01-01T00:00:00.001Z' }],
    refused: [{ text: 'text 2', refusedBecause: 'The ticket is closed.' }],
  })
})
