import { expect, it } from 'vitest'
import { fieldRules } from './fieldRules'
import { settleWrite } from './settleWrite'
import type { WriteSituation } from './settleWrite'

const situations: readonly (Omit<WriteSituation, 'rule'> & { readonly threeWay: 'apply' | 'keepTheirs' })[] = [
  { same: false, changedSince: false, threeWay: 'apply' },
  { same: true, changedSince: false, threeWay: 'apply' },
  { same: true, changedSince: true, threeWay: 'apply' },
  { same: false, changedSince: true, threeWay: 'keepTheirs' },
]

it.each(situations)('P7 a three-way field with same=$same, changed since=$changedSince: $threeWay', ({ threeWay, ...situation }) => {
  expect(settleWrite({ ...situation, rule: 'threeWay' })).toBe(threeWay)
})

it.each(['append', 'firstWins', 'compareAndSet', 'inOrder'] as const)('P7 a field that is %s is settled by the state it meets, whatever was seen', (rule) => {
  for (const situation of situations) expect(settleWrite({ ...situation, rule })).toBe('apply')
})

it('P7 every field that can be overwritten names the entries that tell of it, so that the loser learns who', () => {
  const silent = Object.values(fieldRules).filter(({ rule, tells }) => rule !== 'append' && tells.length === 0)
  // They are on no ticket and have no timeline: their refusals say it in words.
  expect(new Set(silent.map(({ field }) => field))).toEqual(new Set(['accessDecision', 'abilities']))
})
