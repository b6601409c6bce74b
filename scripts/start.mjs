import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { hasDisplay } from './bootstrap/hasDisplay.mjs'
import { ensureBuild } from './building/ensureBuild.mjs'
import { electronFlags } from './desktop/electronFlags.mjs'
import { runAttached, runTypeScript } from './desktop/runAttached.mjs'
import { startVirtualDesktop } from './desktop/startVirtualDesktop.mjs'

await bootstrap('start')
const built = await ensureBuild(ROOT, console.log)
if (built.ok) {
  process.exitCode = hasDisplay() ? await openDesk() : await playTour()
} else {
  process.stderr.write(`\nThe build failed:\n\n${built.output.trim()}\n`)
  process.exitCode = 1
}

async function openDesk() {
  /** @type {string} */
  const program = createRequire(import.meta.url)('electron')
  const { flags, reasons } = electronFlags(program, { virtualDisplay: false })
  for (const reason of reasons) console.log(reason)
  console.log('Opening Engineer Console.')
  return runAttached(program, [...flags, ROOT, ...process.argv.slice(2)])
}

async function playTour() {
  console.log('This machine has no display. Engineer Console opens on a virtual one and plays its main job once.')
  const desktop = await startVirtualDesktop()
  try {
    return await runTypeScript(join(ROOT, 'scripts', 'tour.ts'), process.argv.slice(2), {
      cwd: ROOT,
      env: { ...process.env, ...desktop.env },
    })
  } finally {
    await desktop.stop()
  }
}
