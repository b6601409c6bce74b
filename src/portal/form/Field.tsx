import type { ReactNode } from 'react'

/** What a control needs so that a screen reader says its hint and its problem. */
export interface FieldControl {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly optional?: boolean
  readonly hint?: ReactNode
  readonly problem: string | null
  readonly children: (control: FieldControl) => ReactNode
}

/** A label, its hint, its problem and the control they belong to. */
export const Field = ({ name, label, optional = false, hint, problem, children }: FieldProps) => {
  const described = [hint === undefined ? null : `${name}-hint`, problem === null ? null : `${name}-problem`].filter((id) => id !== null)
  return (
    <div className={problem === null ? 'field' : 'field field-wrong'}>
      <label htmlFor={name}>
        {label}
        {optional && <span className="quiet"> (optional)</span>}
      </label>
      {hint !== undefined && <p className="hint" id={`${name}-hint`}>{hint}</p>}
      {problem !== null && <p className="problem" id={`${name}-problem`}>{problem}</p>}
      {children({
        id: name,
        name,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': problem === null ? undefined : true,
      })}
    </div>
  )
}
