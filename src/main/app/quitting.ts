import { app } from 'electron'

export interface Quitting {
  /** True from the moment the person ended the desk. */
  readonly isQuitting: () => boolean
}

/**
 * Tells quitting from hiding, and lets the desk clean up before it ends: `settle` runs once all windows are closed, and
 * the process ends when it has, whatever came of it.
 */
export function watchQuitting(settle: () => Promise<void>): Quitting {
  let quitting = false
  let settled = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('will-quit', (event) => {
    if (settled) return
    event.preventDefault()
    settle()
      .catch((error: unknown) => console.error('The desk did not end in order:', error))
      .finally(() => {
        settled = true
        // Electron ignores a quit that comes before this event has fully ended.
        setImmediate(() => app.quit())
      })
  })
  return { isQuitting: () => quitting }
}
