import { customerStanding } from '../access/customerStanding'
import type { CustomerStanding } from '../access/customerStanding'
import type { Instant } from '../calendar/time'
import { abilityKeys } from './abilityNames'
import type { Contact, ContactAbilities } from './customer'

const standingOrder: Readonly<Record<CustomerStanding, number>> = { primary: 0, authorized: 1, temporary: 2, suspended: 3, none: 3, stranger: 3 }
const notAuthorized = standingOrder.none

const sum = (abilities: ContactAbilities, keys: readonly (keyof ContactAbilities)[]): number =>
  keys.reduce((total, key) => total + (abilities[key] === null ? 0 : abilities[key] ? 1 : -1), 0)

/**
 * Whom to call about a ticket, in order: who asked (`requesterId`, null = nobody on file), then who may ask before who
 * may not (R31, R34), who has a number before who has none, who can get onto the server (R38, R39), the primary
 * contact before others, who knows most (R40–R44), then name and id. The same list on every machine; nobody is left out.
 */
export const orderContacts = (contacts: readonly Contact[], requesterId: string | null, now: Instant): readonly Contact[] =>
  contacts
    .map((contact) => {
      const standing = standingOrder[customerStanding(contact, now)]
      const keys = [
        contact.id === requesterId ? 0 : 1,
        standing === notAuthorized ? 1 : 0,
        contact.phone.trim() === '' ? 1 : 0,
        -sum(contact.abilities, ['serviceAccountLogin', 'localAdministrator']),
        standing,
        -sum(contact.abilities, abilityKeys),
      ]
      return { contact, keys }
    })
    .toSorted((a, b) => {
      const differing = a.keys.findIndex((key, index) => key !== b.keys[index])
      if (differing !== -1) return (a.keys[differing] ?? 0) - (b.keys[differing] ?? 0)
      if (a.contact.name !== b.contact.name) return a.contact.name < b.contact.name ? -1 : 1
      return a.contact.id < b.contact.id ? -1 : 1
    })
    .map(({ contact }) => contact)
