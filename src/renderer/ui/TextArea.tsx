import type { ComponentProps, ReactNode } from 'react'
import { Field } from './Field'
import { joinClasses } from './joinClasses'
import styles from './TextInput.module.css'

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id'> {
  readonly label: string
  readonly help?: ReactNode
  readonly error?: string | null | undefined
}

/** Several lines of text under their label. */
export function TextArea({ label, help, error, className, ...rest }: TextAreaProps): ReactNode {
  return (
    <Field label={label} help={help} error={error}>
      {({ id, describedBy, invalid }) => (
        <textarea
          rows={3}
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          className={joinClasses(styles.control, styles.area, className)}
        />
      )}
    </Field>
  )
}
