import { informAccountManager } from '../intake/informAccountManager'
import type { CommandHandler } from './commandHandler'

export const releaseHold: CommandHandler<'releaseHold'> = { after: async ({ context, tx }, ticket) => informAccountManager(context, tx, ticket) }
