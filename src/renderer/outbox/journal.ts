import type { DeskApi } from '../../protocol/ipc/deskApi'

/** The second, synced home of intents, kept by the main process. */
export type Journal = DeskApi['journal']
