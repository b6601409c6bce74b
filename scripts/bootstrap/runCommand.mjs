import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandResult
 * @property {number | null} code the exit code; null when a signal ended the program or it could not be started
 * @property {string} output standard output and standard error, as they came
 * @property {boolean} stopped true when this run was ended through `signal`
 */

/**
 * Runs a program to its end, quietly, keeping what it printed. Never rejects: a program that cannot be started answers with code null and the reason as output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = []
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
    })
    const stop = () => child.kill('SIGKILL')
    options.signal?.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    /** @param {number | null} code @param {string} [reason] */
    const finish = (code, reason = '') => {
      options.signal?.removeEventListener('abort', stop)
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + reason, stopped: options.signal?.aborted ?? false })
    }
    child.once('error', (error) => finish(null, error.message))
    child.once('close', (code) => finish(code))
  })
}

/**
 * The npm that runs this script, or else the one on PATH; npm is a script, so it needs no shell when run by Node.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 */
export function runNpm(args, options = {}) {
  const script = process.env['npm_execpath']
  if (script !== undefined && script.endsWith('.js')) return runCommand(process.execPath, [script, ...args], options)
  return process.platform === 'win32' ? runCommand('cmd.exe', ['/d', '/c', 'npm', ...args], options) : runCommand('npm', args, options)
}
