import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { RefusedIntent } from '../cache/views/useOutbox'
import { RefusedIntentCard } from './RefusedIntentCard'
import type { RefusedActions } from './RefusedIntentCard'

const onTicket = { ticketId: 't', eventId: 'e' }
const none = { dismiss: () => undefined, giveAgain: null, edit: null }
const draw = (intent: RefusedIntent, actions: RefusedActions = none): string => {
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(<RefusedIntentCard intent={intent} actions={actions} sayAt={(at) => `at ${String(at)}`} />)
  return box.textContent
}

test('P6 a refused reply is shown with the reason and all that was written', () => {
  const words = draw({ mut: 4, at: toInstant(0), theirs: null, sentence: 'The ticket was closed at 14:02.', command: { name: 'reply', args: { ...onTicket, text: 'Please restart the service.' } } })
  for (const part of ['Reply to the customer was not accepted', 'The ticket was closed at 14:02.', 'Please restart the service.', 'Copy text', 'Dismiss']) expect(words).toContain(part)
})

test('P8 a lost claim has no text to copy, but says who won', () => {
  const words = draw({ mut: 5, at: toInstant(0), theirs: null, sentence: 'Miguel Arroyo claimed it at 14:02.', command: { name: 'claim', args: onTicket } })
  expect(words).toContain('Miguel Arroyo claimed it at 14:02.')
  expect(words).not.toContain('Copy text')
})

test('P7 a conflict shows both versions with their authors, and both ways out', () => {
  const theirs = {
    id: 'x', rev: 9, ticketId: 't', at: toInstant(7), actor: { kind: 'engineer', id: 'sam', name: 'Sam Ortiz' },
    body: { kind: 'priority', by: 'engineer', from: 'medium', to: 'low', productionDown: false, reason: 'one fax of many' },
  } as const
  const mine = { name: 'setPriority', args: { ...onTicket, priority: 'urgent', productionDown: true, reason: 'nothing goes out' } } as const
  const words = draw({ mut: 6, at: toInstant(0), theirs, sentence: 'Sam Ortiz changed the priority.', command: mine }, { ...none, giveAgain: () => undefined })
  for (const part of ['Theirs', 'Sam Ortiz changed the priority from Medium to Low: one fax of many', 'at 7', 'Yours', 'Urgent, production down', 'nothing goes out', 'Use mine', 'Keep theirs']) expect(words).toContain(part)
})
