import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | null | undefined
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean }) => ReactNode
}

/** A label, the control it names, and what helps or is wrong. */
export function Field({ label, help, error, children }: FieldProps): ReactNode {
  const id = useId()
  const invalid = typeof error === 'string' && error !== ''
  const words = invalid ? error : help
  const hasWords = words !== undefined && words !== null && words !== ''
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, describedBy: hasWords ? `${id}-words` : undefined, invalid })}
      {hasWords ? (
        <p id={`${id}-words`} className={invalid ? styles.error : styles.help} role={invalid ? 'alert' : undefined}>
          {words}
        </p>
      ) : null}
    </div>
  )
}
