import { join } from 'node:path'
import { ROOT, bootstrap } from './bootstrap.mjs'
import { ensureBuild } from './building/ensureBuild.mjs'
import { startVirtualDesktop } from './desktop/startVirtualDesktop.mjs'
import { countsOfRun } from './testing/countsOfRun.mjs'
import { readTestArguments } from './testing/readTestArguments.mjs'
import { runChecks } from './testing/runChecks.mjs'

/** @typedef {import('./testing/countsOfRun.mjs').RunCounts} RunCounts */

const wanted = readTestArguments(process.argv.slice(2))
if ('problem' in wanted) {
  process.stderr.write(`${wanted.problem}\n`)
  process.exit(2)
}
const { stages: chosen, rest } = wanted
await bootstrap('test')

/** @type {Readonly<Record<import('./testing/readTestArguments.mjs').Stage, { heading: string, run: () => Promise<RunCounts> }>>} */
const stages = {
  check: { heading: 'Types, lint, unused code', run: () => runChecks(ROOT, { architecture: false }) },
  vitest: { heading: 'Unit, architecture and conformance tests', run: () => runTool('vitest/vitest.mjs', ['run', ...rest]) },
  journeys: { heading: 'Journeys: desk, portal and backend together', run: runJourneys },
}

const total = { passed: 0, failed: 0 }
for (const stage of chosen) {
  const began = performance.now()
  console.log(`\n== ${stages[stage].heading} ==`)
  const counts = await stages[stage].run()
  total.passed += counts.passed
  total.failed += counts.failed
  console.log(`-- ${stage}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - began) / 1000)} s`)
}
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`\n${total.passed} passed, ${total.failed} failed`)

/** @returns {Promise<RunCounts>} */
async function runJourneys() {
  const built = await ensureBuild(ROOT, console.log)
  if (!built.ok) {
    console.log(`The build failed, so no journey was run:\n\n${built.output.trim()}`)
    return { passed: 0, failed: 1 }
  }
  if (process.platform !== 'linux') return runTool('@playwright/test/cli.js', ['test', ...rest])
  const desktop = await startVirtualDesktop()
  try {
    return await runTool('@playwright/test/cli.js', ['test', ...rest], desktop.env)
  } finally {
    await desktop.stop()
  }
}

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
function runTool(tool, args, env = {}) {
  return countsOfRun(join(ROOT, 'node_modules', tool), args, { cwd: ROOT, env })
}
