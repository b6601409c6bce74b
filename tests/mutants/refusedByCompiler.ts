import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Mutant } from './mutant'
import { mutatedText } from './mutatedText'

/** A break may leave an import or a parameter unused; that is untidy and runs all the same. */
const options = ['--pretty', 'false', '--noUnusedLocals', 'false', '--noUnusedParameters', 'false']

const compile = (root: string, project: string): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project, ...options], { maxBuffer: 64 * 1024 * 1024 }, (_error, output) => resolve(output))
  })

/**
 * The mutants that the compiler refuses, each with its complaint: a break that cannot be built proves nothing of the
 * tests. All are compiled at once, each beside its file in a copy of the domain that is thrown away.
 */
export const refusedByCompiler = async (root: string, mutants: readonly Mutant[]): Promise<ReadonlyMap<Mutant, string>> => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  try {
    cpSync(join(root, 'src/domain'), join(folder, 'src/domain'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') })
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const byFile = new Map(mutants.map((mutant, index) => [`${dirname(mutant.file)}/mutant${index}.ts`, mutant]))
    for (const [file, mutant] of byFile) writeFileSync(join(folder, file), mutatedText(readFileSync(join(root, mutant.file), 'utf8'), mutant))
    const output = await compile(root, join(folder, 'src/domain'))
    const refused = new Map<Mutant, string>()
    for (const [, file = '', complaint = ''] of output.matchAll(/(src\/domain\/\S+?)\(\d+,\d+\): error (.*)/g)) {
      const mutant = byFile.get(file)
      if (mutant === undefined) throw new Error(`The domain does not compile without any mutant. Run "npm run check" first:\n${file}: ${complaint}`)
      if (!refused.has(mutant)) refused.set(mutant, complaint)
    }
    return refused
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
