import type { Instant } from '../calendar/time'
import type { Refusal } from '../ticket/ticketCommand'
import type { Actor } from '../ticket/timelineEvent'
import { abilityNames } from './abilityNames'
import type { AbilityChange } from './contactCommand'
import type { Contact } from './customer'

/** The contact after the change, the same object when nothing had to change, or why nothing was changed. */
export type AbilitiesOutcome = { readonly ok: true; readonly contact: Contact } | { readonly ok: false; readonly refusal: Refusal }

const said = (value: boolean | null): string => (value === null ? 'not asked yet' : value ? 'yes' : 'no')

/**
 * Records what a contact can do (R38–R44), ability by ability: as the person saw it → set; so already → nothing to do; another
 * value meanwhile → nothing at all is changed, and they are told whose it is.
 */
export const setAbilities = (contact: Contact, changes: readonly AbilityChange[], { actor, at }: { readonly actor: Actor; readonly at: Instant }): AbilitiesOutcome => {
  const { abilities, abilitiesSet, name } = contact
  const conflict = changes.find(({ ability, from, to }) => abilities[ability] !== to && abilities[ability] !== from)
  if (conflict !== undefined) {
    const { short } = abilityNames[conflict.ability]
    const sentence = `${abilitiesSet?.by.name ?? 'Somebody'} changed what ${name} can do after you last saw it: “${short}” is now ${said(abilities[conflict.ability])}. Nothing of yours was changed; give it again if it is still right.`
    return { ok: false, refusal: { code: 'changedMeanwhile', sentence } }
  }
  const open = changes.filter(({ ability, to }) => abilities[ability] !== to)
  if (open.length === 0) return { ok: true, contact }
  return { ok: true, contact: { ...contact, abilities: { ...abilities, ...Object.fromEntries(open.map(({ ability, to }) => [ability, to])) }, abilitiesSet: { by: actor, at } } }
}
