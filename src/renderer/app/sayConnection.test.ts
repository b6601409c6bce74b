// @vitest-environment node
import { expect, test } from 'vitest'
import { toInstant, toZone } from '../../domain/calendar/time'
import { sayConnection } from './sayConnection'

const chicago = toZone('America/Chicago')
const now = toInstant(Date.UTC(2026, 10, 24, 20, 30))
const minutesAgo = (minutes: number) => toInstant(now - minutes * 60_000)
const known = { phase: 'offline', lastSyncAt: minutesAgo(12), since: minutesAgo(10), detail: '', rowsFetched: null, rowsTotal: null } as const

test('offline says since when, how old the view is, and what waits', () => {
  const { strip } = sayConnection(known, 2, chicago, now)
  expect(strip?.title).toBe('Offline since 14:20 CT')
  expect(strip?.text).toBe('Last sync 12 min ago. 2 changes are kept here and will be sent. You can go on working.')
})

test('signed out asks for the sign-in by the number of changes that wait for it', () => {
  expect(sayConnection({ ...known, phase: 'signedOut' }, 1, chicago, now).strip?.title).toBe('Sign in to send 1 change')
  expect(sayConnection({ ...known, phase: 'signedOut' }, 0, chicago, now).strip?.title).toBe('Sign in to stay up to date')
})

test('live and catching up leave the desk alone', () => {
  expect(sayConnection({ ...known, phase: 'live' }, 0, chicago, now).strip).toBeNull()
  expect(sayConnection({ ...known, phase: 'catchingUp', rowsFetched: 3_000 }, 0, chicago, now)).toMatchObject({
    strip: null,
    sentence: 'Catching up. 3,000 rows so far.',
  })
  expect(sayConnection({ ...known, phase: 'catchingUp', rowsFetched: 12_400, rowsTotal: 50_000 }, 0, chicago, now)).toMatchObject({
    strip: null,
    sentence: 'Getting everything: 12,400 of 50,000 rows.',
  })
})

test('a desk that never synced says so', () => {
  expect(sayConnection({ ...known, lastSyncAt: null, since: null }, 0, chicago, now).strip?.text).toBe('Nothing was synced yet. You can go on working.')
})
