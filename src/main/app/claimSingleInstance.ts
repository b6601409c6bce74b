import { app } from 'electron'

/** True when this is the only desk on this profile; otherwise the running one was told, and this one should end. */
export function claimSingleInstance(): boolean {
  return app.requestSingleInstanceLock()
}

/** Hears of every further attempt to start the desk, with the words of its command line. */
export function onSecondInstance(listener: (argv: readonly string[]) => void): void {
  app.on('second-instance', (_event, argv) => listener(argv))
}
