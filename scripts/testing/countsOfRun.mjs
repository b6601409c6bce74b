import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAttached } from '../desktop/runAttached.mjs'

/** @typedef {{ passed: number, failed: number }} RunCounts */

/**
 * Runs a test runner whose reporter writes its counts to the file `TEST_COUNTS_FILE` names. A runner that
 * ran nothing, or that failed without a failed test, counts as one failure.
 * @param {string} tool the runner's JavaScript file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Readonly<Record<string, string>> }} options
 * @returns {Promise<RunCounts>}
 */
export async function countsOfRun(tool, args, { cwd, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'test-counts-'))
  const file = join(folder, 'counts.json')
  try {
    const code = await runAttached(process.execPath, [tool, ...args], { cwd, env: { ...process.env, ...env, TEST_COUNTS_FILE: file } })
    return judgeRun(code, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {number} code the runner's exit code
 * @param {RunCounts | undefined} counts what its reporter wrote
 * @returns {RunCounts}
 */
export function judgeRun(code, counts) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 }
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1 }
  return { passed, failed }
}
