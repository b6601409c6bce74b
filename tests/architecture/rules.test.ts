import { describe, expect, it } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles'

const domain = sourceFiles('src/domain', /\.ts$/u)
const tests = [...sourceFiles('src', /\.test\.tsx?$/u), ...sourceFiles('tests', /\.(?:test|spec)\.tsx?$/u)]
const rulesOf = (text: string): readonly number[] => [...text.matchAll(/\bR(\d{1,3})\b/gu)].map(([, number]) => Number(number))
const all = Array.from({ length: 99 }, (_, index) => index + 1)

/** A type of a documented list stands right below it, and a re-export has its docstring at the source. */
const speaksForItself = /^export type (?:\{|\w+ = \(typeof \w+\)\[number\])/u
/** Where an export begins without a docstring right above it. */
const undocumented = (text: string): readonly string[] => {
  const lines = text.split('\n')
  return lines.filter((line, index) => /^export (?:const|function|class|interface|type|async)\b/u.test(line) && !speaksForItself.test(line) && !(lines[index - 1] ?? '').trimEnd().endsWith('*/'))
}

describe('the rules of the desk', () => {
  it('are each named by at least one test', () => {
    const named = new Set(tests.filter(({ path }) => !path.endsWith('rules.test.ts')).flatMap(({ text }) => rulesOf(text)))
    expect(all.filter((rule) => !named.has(rule))).toEqual([])
  })

  it('end at R99: nobody names one that is not there', () => {
    const wrong = domain.flatMap(({ path, text }) => rulesOf(text).filter((rule) => rule < 1 || rule > 99).map((rule) => `${path}: R${rule}`))
    expect(wrong).toEqual([])
  })

  it('are explained at the door: whatever the domain exports carries a docstring', () => {
    const bare = domain
      .filter(({ path }) => !isTest(path))
      .flatMap(({ path, text }) => undocumented(text).map((line) => `${path}: ${line}`))
    expect(bare).toEqual([])
  })
})
