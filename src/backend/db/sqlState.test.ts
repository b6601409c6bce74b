import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isConflict, isTransient } from './sqlState'

const failed = (code: string): Error => new DrizzleQueryError('select 1', [], Object.assign(new Error('x'), { code }))

describe('what a failure of the database means', () => {
  it.each(['40001', '40P01', '57P01', '08006', '53100', 'ECONNRESET', 'ECONNREFUSED'])('%s passes by itself', (code) => {
    expect(isTransient(failed(code))).toBe(true)
  })
  it.each(['23505', '22P05', '22021', '42P01'])('%s does not', (code) => {
    expect(isTransient(failed(code))).toBe(false)
  })
  it('a lost connection passes by itself, a mistake of ours does not', () => {
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isTransient(new TypeError('x is not a function'))).toBe(false)
    expect(isTransient('text')).toBe(false)
  })
  it('only conflicts are run again', () => {
    expect([isConflict(failed('40P01')), isConflict(failed('57P01')), isConflict(failed('23505'))]).toEqual([true, false, false])
  })
})
