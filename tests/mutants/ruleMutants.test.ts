import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../architecture/sourceFiles'
import { sayMutant } from './mutant'
import type { Mutant } from './mutant'
import { mutatedText } from './mutatedText'
import { ruleMutants } from './ruleMutants'
import { unmutatedRules } from './unmutatedRules'

const problemOf = (mutant: Mutant): string | null => {
  try {
    const { errors } = parseSync(mutant.file, mutatedText(readFileSync(join(root, mutant.file), 'utf8'), mutant))
    return errors[0] === undefined ? null : `${sayMutant(mutant)}: ${errors[0].message}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('every mutant still finds its text exactly once, and breaks into code that parses', () => {
  expect(ruleMutants.map(problemOf).filter((problem) => problem !== null)).toEqual([])
})

test('every rule from R1 to R99 is broken by a mutant, or has a reason why not', () => {
  const broken = new Set(ruleMutants.map(({ rule }) => rule))
  const rules = Array.from({ length: 99 }, (_, index) => `R${index + 1}`)
  expect(rules.filter((rule) => !broken.has(rule) && unmutatedRules[rule] === undefined)).toEqual([])
  expect(Object.keys(unmutatedRules).filter((rule) => broken.has(rule))).toEqual([])
})

test('no two mutants are the same', () => {
  const breaks = ruleMutants.map(({ file, find, replace }) => JSON.stringify([file, find, replace]))
  expect(breaks.filter((each, index) => breaks.indexOf(each) < index)).toEqual([])
})
