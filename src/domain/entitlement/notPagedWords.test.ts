import { describe, expect, it } from 'vitest'
import { decidePage } from '../afterHours/decidePage'
import type { PageFacts } from '../afterHours/pageFacts'
import type { CalendarDate } from '../calendar/time'
import { examplePageFacts } from '../fixtures/examplePageFacts'
import { exampleContract, wall } from '../fixtures/examples'
import { notPagedWords } from './notPagedWords'

const words = (changes: Partial<PageFacts>): string | undefined =>
  notPagedWords(decidePage(examplePageFacts({ now: wall('2026-11-25T02:10'), channel: 'portal', customerPriority: 'urgent', ...changes })))?.sentence

describe('R30 why nobody was woken, for the customer', () => {
  it.each<[string, Partial<PageFacts>, RegExp]>([
    ['R69 not Urgent', { customerPriority: 'medium' }, /Yours is not Urgent/],
    ['R72 no 24×7', { contracts: [exampleContract({ kind: 'standard' })] }, /does not include 24×7.*next business day/],
    ['R78 ended', { contracts: [exampleContract({ startsOn: '2025-01-01' as CalendarDate, endsOn: '2025-12-31' as CalendarDate })] }, /has ended/],
    ['R99 no contract', { contracts: [] }, /no active support contract/],
    ['R46 a test server', { environment: 'test' }, /test server/],
    ['R22 while the desk is open', { now: wall('2026-11-24T10:00') }, /Every engineer sees your request now/],
    ['R14 by mail', { channel: 'email' }, /when HelpDesk opens/],
  ])('says for %s what they can understand, without rule numbers', (_, changes, sentence) => {
    expect(words(changes)).toMatch(sentence)
    expect(words(changes)).not.toMatch(/\bR\d|gate|account|paged/)
  })

  it('says nothing of the kind when somebody was paged, with or without anybody on the rota', () => {
    expect(words({})).toBeUndefined()
    expect(words({ shifts: [] })).toBeUndefined()
  })
})
