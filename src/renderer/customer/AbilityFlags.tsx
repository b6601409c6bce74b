import { Check, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { abilityKeys, abilityNames } from '../../domain/customer/abilityNames'
import type { ContactAbilities } from '../../domain/customer/customer'
import { joinClasses } from '../ui/joinClasses'
import styles from './AbilityFlags.module.css'

function sayAbility(key: keyof ContactAbilities, value: boolean | null): string {
  if (value === null) return `${abilityNames[key].can}: never asked`
  return `${abilityNames[key].can}: ${value ? 'yes' : 'no'}`
}

/** What a contact can do for us: a hint before the call, never a block (R38–R44). Check, cross and dash, with words. */
export function AbilityFlags({ abilities }: { readonly abilities: ContactAbilities }): ReactNode {
  return (
    <span className={styles.flags}>
      {abilityKeys.map((key) => {
        const value = abilities[key]
        const Icon = value === null ? Minus : value ? Check : X
        return (
          <span key={key} className={joinClasses(styles.flag, value === null && styles.unknown, value === false && styles.no)} title={sayAbility(key, value)}>
            <Icon aria-hidden="true" size={11} strokeWidth={2.4} />
            {abilityNames[key].short}
            <span className="visuallyHidden">{value === null ? ', never asked' : value ? ', yes' : ', no'}</span>
          </span>
        )
      })}
    </span>
  )
}
