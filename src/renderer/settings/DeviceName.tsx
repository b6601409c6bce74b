import { useState } from 'react'
import type { ReactNode } from 'react'
import { TextInput } from '../ui/TextInput'

/** The name of this installation; kept when one leaves the field or presses Enter. */
export function DeviceName({ name, onSave }: { readonly name: string; readonly onSave: (name: string) => void }): ReactNode {
  const [text, setText] = useState(name)
  const invalid = text.trim() === '' || text.trim().length > 120
  const save = (): void => {
    if (!invalid && text.trim() !== name) onSave(text.trim())
  }
  return (
    <TextInput
      label="Name of this desk"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
      error={invalid ? 'Please give it a name of 1 to 120 characters.' : null}
    />
  )
}
