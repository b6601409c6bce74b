import { acknowledgePages } from './acknowledgePages'
import type { CommandHandler } from './commandHandler'

export const acknowledge: CommandHandler<'acknowledge'> = { after: acknowledgePages }
