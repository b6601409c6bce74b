import type { CommandHandler } from './commandHandler'

/** A stored reply goes to the customer; what sends it is put in by `app.ts`. */
export const reply: CommandHandler<'reply'> = {
  after: async ({ context, tx, touched, engineer }, ticket, event) => {
    if (event !== null) await context.onReply(tx, touched, { ticket, event, engineer })
  },
}
