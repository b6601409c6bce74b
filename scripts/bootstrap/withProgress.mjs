/** @typedef {(line: string) => void} Report where progress is told, one line at a time */

const HEARTBEAT_MS = 10_000

/**
 * Does a long piece of work and tells, in words, that it began, that it goes on, and that it is done.
 * @template T
 * @param {Report} report
 * @param {string} what a gerund phrase: "Installing 400 packages"
 * @param {() => Promise<T>} work
 * @param {() => string} [howFar] added to the line that says that it goes on
 * @returns {Promise<T>}
 */
export async function withProgress(report, what, work, howFar = () => '') {
  const began = Date.now()
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`
  report(`${what}…`)
  const beat = setInterval(() => {
    const far = howFar()
    report(`  … still at it after ${elapsed()}${far === '' ? '' : `, ${far}`}`)
  }, HEARTBEAT_MS)
  try {
    const result = await work()
    report(`  done in ${elapsed()}`)
    return result
  } finally {
    clearInterval(beat)
  }
}
