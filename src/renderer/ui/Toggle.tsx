import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './Toggle.module.css'

interface ToggleProps {
  readonly label: string
  readonly detail?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Something that is on or off, with its name and what it means. */
export function Toggle({ label, detail, checked, onChange }: ToggleProps): ReactNode {
  const id = useId()
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name} id={id}>
          {label}
        </span>
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </span>
      <Switch.Root aria-labelledby={id} checked={checked} onCheckedChange={(next) => onChange(next)} className={styles.track}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  )
}
