import { Check, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContactAbilities } from '../../domain/customer/customer'
import { joinClasses } from '../ui/joinClasses'
import styles from './AbilityFlags.module.css'

const names: Readonly<Record<keyof ContactAbilities, { readonly short: string; readonly long: string }>> = {
  serviceAccountLogin: { short: 'service account', long: 'can log into the server with a RightFax service account' },
  localAdministrator: { short: 'local admin', long: 'is local administrator on the server' },
  knowsServers: { short: 'servers', long: 'knows the servers RightFax integrates with' },
  knowsApplications: { short: 'applications', long: 'knows the integrated applications' },
  knowsDevices: { short: 'devices', long: 'knows the integrated devices' },
  rightFaxBasics: { short: 'RightFax basics', long: 'has basic RightFax administration knowledge' },
}

const keys = Object.keys(names) as readonly (keyof ContactAbilities)[]

function sayAbility(key: keyof ContactAbilities, value: boolean | null): string {
  if (value === null) return `${names[key].long}: never asked`
  return `${names[key].long}: ${value ? 'yes' : 'no'}`
}

/** What a contact can do for us: a hint before the call, never a block (R38–R44). Check, cross and dash, with words. */
export function AbilityFlags({ abilities }: { readonly abilities: ContactAbilities }): ReactNode {
  return (
    <span className={styles.flags}>
      {keys.map((key) => {
        const value = abilities[key]
        const Icon = value === null ? Minus : value ? Check : X
        return (
          <span key={key} className={joinClasses(styles.flag, value === null && styles.unknown, value === false && styles.no)} title={sayAbility(key, value)}>
            <Icon aria-hidden="true" size={11} strokeWidth={2.4} />
            {names[key].short}
            <span className="visuallyHidden">{value === null ? ', never asked' : value ? ', yes' : ', no'}</span>
          </span>
        )
      })}
    </span>
  )
}
