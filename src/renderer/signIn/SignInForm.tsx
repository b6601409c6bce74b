import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { TextInput } from '../ui/TextInput'
import styles from './SignInForm.module.css'

interface SignInFormProps {
  /** Sentence of the last refusal; null when there was none. */
  readonly error: string | null
  readonly ready: boolean
  readonly firstEmail: string
  readonly onSignIn: (email: string, password: string) => Promise<void>
}

/** E-mail address and password of an engineer. The password is never kept. */
export function SignInForm({ error, ready, firstEmail, onSignIn }: SignInFormProps): ReactNode {
  const [email, setEmail] = useState<string | null>(null)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const address = email ?? firstEmail
  const send = async (): Promise<void> => {
    setTried(true)
    if (address.trim() === '' || password === '' || busy) return
    setBusy(true)
    try {
      await onSignIn(address.trim(), password)
    } finally {
      setBusy(false)
      setPassword('')
      setTried(false)
    }
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextInput
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={address}
        onChange={(event) => setEmail(event.target.value)}
        error={tried && address.trim() === '' ? 'Please type your e-mail address.' : null}
        autoFocus
      />
      <TextInput
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={tried && password === '' ? 'Please type your password.' : null}
      />
      {error === null || error === '' ? null : (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <Button look="primary" type="submit" disabled={busy || !ready} className={styles.submit}>
        {busy ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  )
}
