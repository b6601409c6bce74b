import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../bootstrap/runCommand.mjs'
import { withProgress } from '../bootstrap/withProgress.mjs'
import { sourceFingerprint } from './sourceFingerprint.mjs'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const PRODUCTS = ['out/main/index.js', 'out/main/backend.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/**
 * Builds the desk into `out`, unless what is there was built from these very sources.
 * @param {string} root
 * @param {import('../bootstrap/withProgress.mjs').Report} report
 * @returns {Promise<{ ok: true } | { ok: false, output: string }>}
 */
export async function ensureBuild(root, report) {
  const stamp = join(root, 'out', '.built-from')
  const fingerprint = sourceFingerprint(root, SOURCES)
  const whole = PRODUCTS.every((path) => existsSync(join(root, path)))
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return { ok: true }

  rmSync(join(root, 'out'), { recursive: true, force: true })
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const result = await withProgress(report, 'Building the desk and its backend', () => runCommand(process.execPath, [tool, 'build'], { cwd: root }))
  if (result.code !== 0) return { ok: false, output: result.output }
  const missing = PRODUCTS.filter((path) => !existsSync(join(root, path)))
  if (missing.length > 0) return { ok: false, output: `The build left out ${missing.join(', ')}.\n${result.output}` }
  writeFileSync(stamp, fingerprint)
  return { ok: true }
}
