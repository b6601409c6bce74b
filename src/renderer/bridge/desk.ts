import type { DeskApi } from '../../protocol/ipc/deskApi'

declare global {
  interface Window {
    /** Implemented by the preload; absent only when the page is opened in an ordinary browser. */
    readonly desk: DeskApi
  }
}

/** Everything the desk may ask of, and hear from, the main process. Each request rejects with an Error whose message is a sentence. */
export const desk: DeskApi = window.desk
