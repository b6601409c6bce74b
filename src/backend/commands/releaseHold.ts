import { tellOfNoContract } from '../intake/tellOfNoContract'
import type { CommandHandler } from './commandHandler'

export const releaseHold: CommandHandler<'releaseHold'> = { after: async ({ context, tx }, ticket) => tellOfNoContract(context, tx, ticket) }
