import { spawn } from 'node:child_process'

/**
 * @typedef {object} VirtualDesktop
 * @property {Readonly<Record<string, string>>} env what a program needs to show itself there
 * @property {string} display such as ":99"
 * @property {() => Promise<void>} stop
 */

const START_LIMIT_MS = 20_000

/**
 * A display without a screen (Xvfb picks a free number itself) and a session bus of its own, so that what runs there disturbs nobody.
 * @returns {Promise<VirtualDesktop>}
 */
export async function startVirtualDesktop() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  try {
    const display = `:${await firstLine(screen, screen.stdio[3], 'Xvfb')}`
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'pipe'] })
    try {
      const address = await firstLine(bus, bus.stdout, 'dbus-daemon')
      return {
        display,
        env: { DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: address },
        stop: async () => {
          await end(bus)
          await end(screen)
        },
      }
    } catch (error) {
      await end(bus)
      throw error
    }
  } catch (error) {
    await end(screen)
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {unknown} stream where it tells that it is ready
 * @param {string} name
 * @returns {Promise<string>}
 */
function firstLine(child, stream, name) {
  const readable = /** @type {import('node:stream').Readable} */ (stream)
  return new Promise((resolve, reject) => {
    let said = ''
    let complaints = ''
    const limit = setTimeout(() => reject(new Error(`${name} did not get ready within ${START_LIMIT_MS / 1000} s. ${complaints.trim()}`)), START_LIMIT_MS)
    /** @param {() => void} conclude */
    const settle = (conclude) => {
      clearTimeout(limit)
      conclude()
    }
    readable.on('data', (chunk) => {
      said += String(chunk)
      const line = said.split('\n')[0] ?? ''
      if (said.includes('\n')) settle(() => resolve(line.trim()))
    })
    child.stderr?.on('data', (chunk) => {
      complaints = (complaints + String(chunk)).slice(-2000)
    })
    child.once('error', (error) => settle(() => reject(new Error(`${name} could not be started: ${error.message}`))))
    child.once('exit', () => settle(() => reject(new Error(`${name} ended at once. ${complaints.trim()}`))))
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
function end(child) {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
