import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../bootstrap/runCommand.mjs'

/** @typedef {{ name: string, tool: string, args: readonly string[] }} CheckStep a tool of node_modules, run by Node */

/**
 * Typecheck, lint and unused code; with `architecture` also the walls between rooms. Two at a time; prints one line a step, and all that a failing step said.
 * @param {string} root
 * @param {{ architecture: boolean }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(root, { architecture }) {
  const waiting = [...checkSteps(root, architecture)]
  let passed = 0
  let failed = 0
  const workThrough = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const began = performance.now()
      const result = await runCommand(process.execPath, [join(root, 'node_modules', step.tool), ...step.args], { cwd: root })
      const time = `${((performance.now() - began) / 1000).toFixed(1)} s`
      if (result.code === 0) passed += 1
      else failed += 1
      console.log(result.code === 0 ? `  ok      ${step.name} (${time})` : `  FAILED  ${step.name} (${time})\n\n${result.output.trim()}\n`)
    }
  }
  await Promise.all([workThrough(), workThrough()])
  return { passed, failed }
}

/**
 * @param {string} root
 * @param {boolean} architecture
 * @returns {CheckStep[]}
 */
function checkSteps(root, architecture) {
  const tsc = 'typescript/bin/tsc'
  return [
    { name: 'types of every room', tool: tsc, args: ['-b'] },
    { name: 'lint, with types', tool: 'oxlint/bin/oxlint', args: [] },
    ...furtherTypechecks(root).map((config) => ({ name: `types by ${config}`, tool: tsc, args: ['-p', config] })),
    { name: 'unused files, exports and packages', tool: 'knip/bin/knip.js', args: ['--no-progress'] },
    ...(architecture ? [{ name: 'walls, budgets and names', tool: 'vitest/vitest.mjs', args: ['run', '--project', 'architecture'] }] : []),
  ]
}

/**
 * A room may be checked a second time against other types, such as those of the oldest Electron it runs on: `tsconfig.<what>.json` in its folder.
 * @param {string} root
 * @returns {string[]}
 */
function furtherTypechecks(root) {
  const rooms = join(root, 'src')
  if (!existsSync(rooms)) return []
  return readdirSync(rooms, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((room) => readdirSync(join(rooms, room.name)).filter((name) => /^tsconfig\..+\.json$/.test(name)).map((name) => `src/${room.name}/${name}`))
}
