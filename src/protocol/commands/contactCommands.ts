import { z } from 'zod'
import { abilityKeys } from '../../domain/customer/abilityNames'
import type { ContactCommand } from '../../domain/customer/contactCommand'
import type { ContactAbilities } from '../../domain/customer/customer'
import { idShape } from '../shapes'

const onContact = { contactId: idShape, eventId: idShape }
const known = z.boolean().nullable()
const abilityShape = z.enum(abilityKeys as readonly [keyof ContactAbilities, ...(keyof ContactAbilities)[]])

/** The argument schema of what is done for a contact, by name (R35, R38–R44). */
export const contactCommandArgs = {
  setContactAbilities: z.object({
    ...onContact,
    changes: z.array(z.object({ ability: abilityShape, from: known, to: known })).min(1, 'Nothing was changed: choose yes or no for something').max(abilityKeys.length),
  }),
  sendPasswordLink: z.object(onContact),
} satisfies { [N in ContactCommand['name']]: z.ZodType<Extract<ContactCommand, { name: N }>['args']> }
