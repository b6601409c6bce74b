// @vitest-environment node
import { beforeEach, expect, test } from 'vitest'
import { toInstant } from '../../domain/calendar/time'
import type { HeldMail, HeldMailList } from '../../protocol/intake/heldMail'
import { useHeldMail } from './heldMailStore'
import type { HeldMailSource } from './heldMailStore'

const mail = (id: string): HeldMail => ({ id, from: 'pat@northwind.example', subject: id, receivedAt: toInstant(0), reason: 'a machine answered a mail of ours', preview: '', answers: null })
const list = (...ids: readonly string[]): HeldMailList => ({ mails: ids.map(mail), waiting: ids.length })
const released = { outcome: 'released', ticket: { id: 't', number: 10_001 }, sentence: 'Opened as ticket #10001.' } as const
const source = (given: Partial<HeldMailSource>): HeldMailSource => ({
  list: async () => list('a', 'b'),
  release: async () => released,
  discard: async () => ({ outcome: 'discarded', ticket: null, sentence: 'Discarded.' }),
  ...given,
})
const shown = () => useHeldMail.getState().mails?.map(({ id }) => id)

beforeEach(() => useHeldMail.setState(useHeldMail.getInitialState(), true))

test('before the backend is known it says so instead of showing an empty list', async () => {
  await useHeldMail.getState().load()
  expect(useHeldMail.getState()).toMatchObject({ mails: null, trouble: expect.stringContaining('not reached') as unknown })
  expect(await useHeldMail.getState().release('a', 'ticket')).toBeNull()
})

test('a released mail leaves the list, and a list asked for before does not bring it back', async () => {
  let answer: (held: HeldMailList) => void = () => undefined
  useHeldMail.setState({ source: source({}) })
  await useHeldMail.getState().load()
  useHeldMail.setState({ source: source({ list: async () => new Promise((resolve) => { answer = resolve }) }) })
  const reading = useHeldMail.getState().load()
  expect(await useHeldMail.getState().release('a', 'ticket')).toEqual(released)
  answer(list('a', 'b'))
  await reading
  expect(shown()).toEqual(['b'])
  expect(useHeldMail.getState()).toMatchObject({ waiting: 1, busy: null })
})

test('what was read stays shown when the backend is away, with the sentence why', async () => {
  useHeldMail.setState({ source: source({}) })
  await useHeldMail.getState().load()
  const away = async () => Promise.reject(new Error('The backend cannot be reached.'))
  useHeldMail.setState({ source: source({ list: away, discard: away }) })
  await useHeldMail.getState().load()
  expect(await useHeldMail.getState().discard('a', 'Spam')).toBeNull()
  expect(shown()).toEqual(['a', 'b'])
  expect(useHeldMail.getState()).toMatchObject({ trouble: 'The backend cannot be reached.', busy: null })
})
