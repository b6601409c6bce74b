import type { DeskCommand } from '../../protocol/commands/deskCommands'

/** What makes no sense a second time: somebody has done it, or it makes a ticket of its own. */
const onceOnly: ReadonlySet<DeskCommand['name']> = new Set(['acknowledge', 'hearVoicemail', 'claim', 'release', 'releaseHold', 'grantAccess', 'denyAccess'])

/** Whether a refused change can simply be given again, now that its author knows what stands instead. */
export const canGiveAgain = (command: DeskCommand): boolean => !onceOnly.has(command.name)
