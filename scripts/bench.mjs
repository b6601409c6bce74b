import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { hasDisplay } from './bootstrap/hasDisplay.mjs'
import { ensureBuild } from './building/ensureBuild.mjs'
import { runTypeScript } from './desktop/runAttached.mjs'
import { startVirtualDesktop } from './desktop/startVirtualDesktop.mjs'

const folder = join(ROOT, 'bench')
const names = process.argv.slice(2)
const all = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.bench.ts')) : []
const files = names.length === 0 ? all : all.filter((file) => names.some((name) => file.startsWith(name)))
if (files.length === 0) {
  process.stderr.write(names.length === 0 ? 'There is no measurement in bench.\n' : `No measurement is named ${names.join(' or ')}. There are: ${all.join(', ')}\n`)
  process.exit(2)
}

await bootstrap('test')
const built = await ensureBuild(ROOT, console.log)
if (!built.ok) {
  process.stderr.write(`The build failed:\n\n${built.output.trim()}\n`)
  process.exit(1)
}

const desktop = hasDisplay() ? undefined : await startVirtualDesktop()
/** @type {string[]} */
const missed = []
for (const file of files) {
  console.log(`\n== ${file} ==`)
  const code = await runTypeScript(join(folder, file), [], {
    cwd: ROOT,
    env: { ...process.env, ...desktop?.env },
  })
  if (code !== 0) missed.push(file)
}
await desktop?.stop()
console.log(missed.length === 0 ? '\nEvery ratio is met.' : `\nMissed or broken: ${missed.join(', ')}`)
process.exitCode = missed.length === 0 ? 0 : 1
