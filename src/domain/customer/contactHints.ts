import { warnEndUser } from '../access/warnEndUser'
import { abilityKeys, abilityNames } from './abilityNames'
import type { Contact, ContactAbilities } from './customer'

/** Something to know before calling a person. It informs and never blocks: the call goes on all the same. */
export interface ContactHint {
  readonly kind: 'lacks' | 'neverAsked' | 'notAdministrator'
  readonly rule: string
  /** The ability to ask about; null for a hint on the person as a whole. */
  readonly ability: keyof ContactAbilities | null
  readonly sentence: string
}

/**
 * The hints for calling a contact (R37–R42, R44): what the person cannot do first, then what nobody asked yet (null on
 * file). Empty when everything is known and there. Authorized persons should be RightFax administrators (R37).
 */
export const contactHints = ({ name, access, abilities }: Pick<Contact, 'name' | 'access' | 'abilities'>): readonly ContactHint[] => {
  const lacks = abilityKeys
    .filter((ability) => abilities[ability] === false)
    .map((ability): ContactHint => ({ kind: 'lacks', rule: abilityNames[ability].rule, ability, sentence: `${name} ${abilityNames[ability].cannot}.` }))
  const neverAsked = abilityKeys
    .filter((ability) => abilities[ability] === null)
    .map((ability): ContactHint => ({ kind: 'neverAsked', rule: abilityNames[ability].rule, ability, sentence: `Never asked whether ${name} ${abilityNames[ability].can}.` }))
  const warning = access === 'none' ? null : warnEndUser(name, abilities)
  const person: readonly ContactHint[] = warning === null ? [] : [{ kind: 'notAdministrator', rule: 'R37', ability: null, sentence: warning }]
  return [...person, ...lacks, ...neverAsked]
}
