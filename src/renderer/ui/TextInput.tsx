import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field'
import { joinClasses } from './joinClasses'
import styles from './TextInput.module.css'

interface TextInputProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | null | undefined
}

/** One line of text under its label. */
export function TextInput({ label, help, error, className, ...rest }: TextInputProps): ReactNode {
  return (
    <Field label={label} help={help} error={error}>
      {({ id, describedBy, invalid }) => (
        <input {...rest} id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} className={joinClasses(styles.control, className)} />
      )}
    </Field>
  )
}
