import type { ReactNode } from 'react'

export interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly chosen: boolean
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly className?: string
}

/** One radio as a card: the whole card is its label. */
export const Choice = ({ name, value, chosen, title, children, className = '' }: ChoiceProps) => (
  <label className={`choice ${className}`}>
    <input type="radio" name={name} value={value} defaultChecked={chosen} />
    <span className="choice-words">
      <span className="choice-title">{title}</span>
      {children !== undefined && <span className="choice-text">{children}</span>}
    </span>
  </label>
)
