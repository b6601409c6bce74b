import { describe, expect, it } from 'vitest'
import { readTestArguments } from './readTestArguments.mjs'

describe('readTestArguments', () => {
  it('runs everything when nothing is asked', () => {
    expect(readTestArguments([])).toEqual({ stages: ['check', 'vitest', 'journeys'], rest: [] })
  })

  it('runs one stage and hands the rest to its runner', () => {
    expect(readTestArguments(['--only', 'journeys', 'mainJob', '--headed'])).toEqual({ stages: ['journeys'], rest: ['mainJob', '--headed'] })
  })

  it.each([[['--only']], [['--only', 'e2e']], [['vitest']], [['--only', 'check', 'x']]])('refuses %j and says what is right', (args) => {
    expect(readTestArguments(args)).toEqual({ problem: expect.stringContaining(args.at(-1) ?? '') as string })
  })
})
