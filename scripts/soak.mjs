import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { runTypeScript } from './desktop/runAttached.mjs'

const ending = '.soak.ts'
const folder = join(ROOT, 'tests')
const soaks = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [path.slice(path.search(/[^/\\]+$/), -ending.length), join(folder, path)]),
)

const [name = '', ...rest] = process.argv.slice(2)
const file = soaks.get(name)
if (file === undefined) {
  const what = name === '' ? 'Say which long check to run.' : `There is no long check named "${name}".`
  process.stderr.write(`${what} There are: ${[...soaks.keys()].toSorted().join(', ')}\nUse: npm run soak -- <name> [its arguments]\n`)
  process.exit(2)
}

await bootstrap('tools')
process.exitCode = await runTypeScript(file, rest, { cwd: ROOT })
