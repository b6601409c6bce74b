import { acknowledgePages } from './acknowledgePages'
import type { CommandHandler } from './commandHandler'

/** Whoever takes a ticket has also seen its page. */
export const claim: CommandHandler<'claim'> = { after: acknowledgePages }
