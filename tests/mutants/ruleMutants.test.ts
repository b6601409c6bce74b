import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { root } from '../architecture/sourceFiles'
import { sayMutant } from './mutant'
import type { Mutant } from './mutant'
import { mutatedText } from './mutatedText'
import { ruleMutants } from './ruleMutants'

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
