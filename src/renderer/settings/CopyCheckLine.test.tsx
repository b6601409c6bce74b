// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { toInstant, toZone } from '../../domain/calendar/time'
import { CopyCheckLine } from './CopyCheckLine'

const now = toInstant(Date.UTC(2026, 10, 24, 20, 30))
const draw = (check: Parameters<typeof CopyCheckLine>[0]['check']) => renderToStaticMarkup(<CopyCheckLine check={check} zone={toZone('America/Chicago')} now={now} />)

it('P12 says when the copy was compared and that nothing differed', () => {
  const text = draw({ checkedAt: toInstant(now - 60_000), found: 0, foundAt: null })
  expect(text).toContain('14:29 CT')
  expect(text).toContain('Nothing has differed so far')
})

it('P12 counts what differed and was read again', () => {
  expect(draw({ checkedAt: now, found: 1, foundAt: now })).toContain('1 table differed so far and was read again')
  expect(draw({ checkedAt: now, found: 3, foundAt: now })).toContain('3 tables differed so far and were read again')
})

it('says nothing before the first comparison', () => {
  expect(draw(null)).toBe('')
})
