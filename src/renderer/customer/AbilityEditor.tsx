import { useState } from 'react'
import type { ReactNode } from 'react'
import { abilityKeys, abilityNames } from '../../domain/customer/abilityNames'
import type { AbilityChange } from '../../domain/customer/contactCommand'
import type { Contact, ContactAbilities } from '../../domain/customer/customer'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { joinClasses } from '../ui/joinClasses'
import styles from './AbilityEditor.module.css'

interface AbilityEditorProps {
  readonly contact: Contact
  readonly onCancel: () => void
  readonly onSave: (changes: readonly AbilityChange[]) => void
}

const words = { yes: true, no: false, unknown: null } as const
const options = [
  { value: 'yes', name: 'Yes' },
  { value: 'no', name: 'No' },
  { value: 'unknown', name: 'Not asked' },
] as const
const wordOf = (value: boolean | null): keyof typeof words => (value === null ? 'unknown' : value ? 'yes' : 'no')

/** What a contact can do for us, asked and written down where it is shown (R38–R44). Only what was changed is sent. */
export function AbilityEditor({ contact, onCancel, onSave }: AbilityEditorProps): ReactNode {
  const [seen] = useState<ContactAbilities>(contact.abilities)
  const [wanted, setWanted] = useState<ContactAbilities>(contact.abilities)
  const changes = abilityKeys.filter((ability) => wanted[ability] !== seen[ability]).map((ability): AbilityChange => ({ ability, from: seen[ability], to: wanted[ability] }))
  return (
    <form
      className={styles.editor}
      aria-label={`What ${contact.name} can do`}
      onSubmit={(event) => {
        event.preventDefault()
        if (changes.length > 0) onSave(changes)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      {abilityKeys.map((ability) => {
        const sentence = `${contact.name.split(' ')[0] ?? contact.name} ${abilityNames[ability].can}`
        return (
          <div key={ability} className={joinClasses(styles.row, wanted[ability] !== seen[ability] && styles.changed)}>
            <span className={styles.sentence}>{sentence}</span>
            <Choice label={sentence} layout="line" value={wordOf(wanted[ability])} onChange={(word) => setWanted((known) => ({ ...known, [ability]: words[word] }))} options={options} />
          </div>
        )
      })}
      <div className={styles.buttons}>
        <Button size="small" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit" disabled={changes.length === 0}>
          Save
        </Button>
      </div>
    </form>
  )
}
