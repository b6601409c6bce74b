import type { DeskApi } from '../../protocol/ipc/deskApi'

/**
 * Everything the desk may ask of, and hear from, the main process; put there by the preload. Each request rejects with
 * an Error whose message is a sentence.
 */
export const { desk } = globalThis as unknown as { readonly desk: DeskApi }
