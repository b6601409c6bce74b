import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './sourceFiles'
import type { SourceFile } from './sourceFiles'

const ceiling = 400
const budget = 80

const linesOf = ({ text }: SourceFile): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

const overCeiling = (files: readonly SourceFile[]): readonly string[] =>
  files.filter((file) => linesOf(file) > ceiling).map((file) => `${file.path} has ${linesOf(file)} lines, at most ${ceiling}: split it by reason to change`)

const code = /\.(?:ts|tsx|mts|mjs|css)$/

test.each(['src', 'tests', 'scripts'])('no file under %s is longer than 400 lines', (folder) => {
  expect(overCeiling(sourceFiles(folder, code))).toEqual([])
})

test('the median file of src has at most 80 lines', () => {
  const lengths = sourceFiles('src', /\.(?:ts|tsx)$/)
    .filter(({ path }) => !isTest(path))
    .map(linesOf)
    .toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(budget)
})

test('control: a file of 401 lines is complained about, one of 400 is not', () => {
  const file = (lines: number): SourceFile => ({ path: 'src/a.ts', text: 'x\n'.repeat(lines) })
  expect(overCeiling([file(401), file(400)])).toHaveLength(1)
})
