import { describe, expect, it } from 'vitest'
import { judgeRun } from './countsOfRun.mjs'

describe('judgeRun', () => {
  it('takes the counts of a runner that ended well', () => {
    expect(judgeRun(0, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 0 })
  })

  it('takes the counts of a runner with failed tests', () => {
    expect(judgeRun(1, { passed: 12, failed: 3 })).toEqual({ passed: 12, failed: 3 })
  })

  it('counts one failure when the runner failed without a failed test, or never wrote its counts', () => {
    expect(judgeRun(1, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 1 })
    expect(judgeRun(137, undefined)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts one failure when nothing was run', () => {
    expect(judgeRun(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
    expect(judgeRun(0, undefined)).toEqual({ passed: 0, failed: 1 })
  })
})
