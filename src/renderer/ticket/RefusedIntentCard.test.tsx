import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import { RefusedIntentCard } from './RefusedIntentCard'

const onTicket = { ticketId: 't', eventId: 'e' }
const draw = (intent: Parameters<typeof RefusedIntentCard>[0]['intent']): string => {
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(<RefusedIntentCard intent={intent} onDismiss={() => undefined} />)
  return box.textContent
}

test('P6 a refused reply is shown with the reason and all that was written', () => {
  const words = draw({ mut: 4, at: toInstant(0), sentence: 'The ticket was closed at 14:02.', command: { name: 'reply', args: { ...onTicket, text: 'Please restart the service.' } } })
  for (const part of ['Reply to the customer was not accepted', 'The ticket was closed at 14:02.', 'Please restart the service.', 'Copy text', 'Dismiss']) expect(words).toContain(part)
})

test('P8 a lost claim has no text to copy, but says who won', () => {
  const words = draw({ mut: 5, at: toInstant(0), sentence: 'Miguel Arroyo claimed it at 14:02.', command: { name: 'claim', args: onTicket } })
  expect(words).toContain('Miguel Arroyo claimed it at 14:02.')
  expect(words).not.toContain('Copy text')
})
