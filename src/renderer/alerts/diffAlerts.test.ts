// @vitest-environment node
import { expect, it } from 'vitest'
import { diffAlerts } from './diffAlerts'

const alert = (key: string) => ({ key, ticketId: key, title: key, body: '', urgent: true })

it.each([
  ['a new one is shown', ['a'], [], ['a'], []],
  ['one that is raised does not ring again', ['a'], ['a'], [], []],
  ['a colleague’s acknowledgement closes it', [], ['a'], [], ['a']],
  ['both at once', ['b', 'c'], ['a', 'b'], ['c'], ['a']],
])('P29 %s', (_what, wanted, raised, show, close) => {
  const change = diffAlerts(wanted.map(alert), new Set(raised))
  expect(change.show.map((each) => each.key)).toEqual(show)
  expect(change.close).toEqual(close)
})
