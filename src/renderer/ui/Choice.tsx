import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import styles from './Choice.module.css'
import { joinClasses } from './joinClasses'
import { Kbd } from './Kbd'

export interface ChoiceOption<V extends string> {
  readonly value: V
  readonly name: ReactNode
  readonly detail?: ReactNode
  readonly hint?: string
  readonly disabled?: boolean
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly ChoiceOption<V>[]
  readonly onChange: (value: V) => void
  readonly layout?: 'rows' | 'line' | 'grid'
}

/** One of a few: each option is a card with its key, arrows move between them. */
export function Choice<V extends string>({ label, value, options, onChange, layout = 'rows' }: ChoiceProps<V>): ReactNode {
  return (
    <RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as V)} className={joinClasses(styles.group, styles[layout])}>
      {options.map((option) => (
        <Radio.Root key={option.value} value={option.value} disabled={option.disabled === true} className={styles.option}>
          <span className={styles.words}>
            <span className={styles.name}>{option.name}</span>
            {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
          </span>
          {option.hint === undefined ? null : <Kbd>{option.hint}</Kbd>}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
