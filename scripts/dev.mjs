import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { hasDisplay } from './bootstrap/hasDisplay.mjs'
import { electronFlags } from './desktop/electronFlags.mjs'
import { runAttached } from './desktop/runAttached.mjs'

await bootstrap('start')
if (hasDisplay()) {
  /** @type {string} */
  const program = createRequire(import.meta.url)('electron')
  const { flags, reasons } = electronFlags(program, { virtualDisplay: false })
  for (const reason of reasons) console.log(reason)
  const tool = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const sandbox = flags.includes('--no-sandbox') ? ['--noSandbox'] : []
  process.exitCode = await runAttached(process.execPath, [tool, 'dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)], { cwd: ROOT })
} else {
  process.stderr.write('Development mode reloads a window while you watch it, and this machine has no display.\nUse `npm start` for a played tour, or `npm test`.\n')
  process.exitCode = 1
}
