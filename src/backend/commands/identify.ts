import { eq } from 'drizzle-orm'
import { fieldRules } from '../../domain/conflict/fieldRules'
import { contact } from '../db/schema'
import { tellOfNoContract } from '../intake/tellOfNoContract'
import { changedMeanwhile } from './changedMeanwhile'
import type { CommandHandler } from './commandHandler'

export const identify: CommandHandler<'identify'> = {
  check: async (room, ticket, args) => {
    if (args.contactId !== null) {
      const [chosen] = await room.tx.select({ customerId: contact.customerId }).from(contact).where(eq(contact.id, args.contactId))
      if (chosen?.customerId !== args.customerId) {
        return { code: 'invalid', sentence: 'The chosen contact does not belong to the chosen customer. Please choose one of their contacts, or none.' }
      }
    }
    return changedMeanwhile(room, ticket, fieldRules.identify, ticket.customerId === args.customerId)
  },
  after: async ({ context, tx }, ticket) => tellOfNoContract(context, tx, ticket),
}
