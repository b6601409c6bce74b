import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} AttachedOptions */

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program on this terminal to its end and passes signals on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {AttachedOptions} [options]
 * @returns {Promise<number>} its exit code, or 128 + the signal's number as a shell would say
 */
export function runAttached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal)
    for (const signal of FORWARDED) process.on(signal, forward)
    const release = () => {
      for (const signal of FORWARDED) process.off(signal, forward)
    }
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      release()
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/** Covers every room, as the rooms' own do not: tsx compiles a file that its tsconfig does not include with React's classic JSX. */
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.base.json', import.meta.url))

/**
 * Runs a TypeScript file in Node on this terminal.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {AttachedOptions} [options]
 * @returns {Promise<number>}
 */
export function runTypeScript(file, args, options = {}) {
  return runAttached(process.execPath, ['--import', import.meta.resolve('tsx'), file, ...args], {
    ...options,
    env: { ...(options.env ?? process.env), TSX_TSCONFIG_PATH: TSCONFIG },
  })
}
