import { describe, expect, it } from 'vitest'
import type { Mutant } from './mutant'
import { mutatedText } from './mutatedText'
import { mutantUsage, readMutantArguments } from './readMutantArguments'
import { reportMutants } from './reportMutants'

const mutant = (rule: string, more: Partial<Mutant> = {}): Mutant => ({ rule, file: 'src/domain/queue/a.ts', find: 'a < b', replace: 'a > b', breaks: 'turns the order round', ...more })

describe('the report of the mutation check', () => {
  it('names the survivors and leaves work to do', () => {
    const { text, ok } = reportMutants([
      { mutant: mutant('R50'), verdict: { kind: 'caught', byRule: true, test: 'R50 orders' } },
      { mutant: mutant('R51'), verdict: { kind: 'survived' } },
    ])
    expect(ok).toBe(false)
    expect(text).toContain('Survivors:\n  R51 turns the order round (src/domain/queue/a.ts)')
    expect(text).toContain('Caught 1 of 2, 1 of them by a test that names the rule; 1 survived')
  })

  it('lets a survivor pass for which a reason is written', () => {
    const { text, ok } = reportMutants([{ mutant: mutant('R51', { equivalent: 'both ends meet' }), verdict: { kind: 'survived' } }])
    expect(ok).toBe(true)
    expect(text).toContain('both ends meet')
  })

  it('counts neither as caught what no compiler takes, nor lets it pass', () => {
    const { text, ok } = reportMutants([{ mutant: mutant('R50'), verdict: { kind: 'invalid', why: 'it does not load' } }])
    expect(ok).toBe(false)
    expect(text).toContain('Caught 0 of 0')
  })

  it('tells a break that only other tests notice from one that a test of the rule does', () => {
    const { text, ok } = reportMutants([{ mutant: mutant('R50'), verdict: { kind: 'caught', byRule: false, test: 'P8 claims' } }])
    expect(ok).toBe(true)
    expect(text).toContain('Caught, but by no test that names the rule:\n  R50')
  })
})

describe('a mutant', () => {
  it('breaks its text where it stands once', () => {
    expect(mutatedText('if (a < b) return', mutant('R50'))).toBe('if (a > b) return')
  })

  it.each([
    ['nowhere', 'if (b > a) return', {}],
    ['twice', 'a < b || a < b', {}],
    ['and changes nothing', 'a < b', { replace: 'a < b' }],
  ])('is refused when its text stands there %s', (_where, text, more) => {
    expect(() => mutatedText(text, mutant('R50', more))).toThrow('R50 in src/domain/queue/a.ts')
  })
})

describe('the arguments of the mutation check', () => {
  it('takes every rule and one process unless told otherwise', () => {
    expect(readMutantArguments([])).toEqual({ rule: null, jobs: 1 })
    expect(readMutantArguments(['--rule', 'R50', '--jobs', '2'])).toEqual({ rule: 'R50', jobs: 2 })
  })

  it.each([[['--rule', 'R100']], [['--jobs', '0']], [['--fast']], [['R50']]])('refuses %j', (args) => {
    expect(() => readMutantArguments(args)).toThrow(mutantUsage)
  })
})
