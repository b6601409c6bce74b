import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useSession } from '../session/useSession'
import { Dialog } from '../ui/Dialog'
import { BackendLine } from './BackendLine'
import { backendSentence } from './backendSentence'
import { SignInForm } from './SignInForm'
import styles from './SignInDialog.module.css'
import { useBackendDescription } from './useBackendDescription'

/** Signing in again over the desk: what is cached stays readable behind it. */
export function SignInDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { phase, engineer, error, signIn } = useSession()
  const backend = useBackendDescription()
  const state = backendSentence(backend)
  useEffect(() => {
    if (phase === 'signedIn') onClose()
  }, [phase, onClose])
  return (
    <Dialog open onClose={onClose} title="Sign in" description="Your changes are kept on this desk and go out under your name only.">
      <div className={styles.body}>
        <SignInForm error={error} ready={state.ready} firstEmail={engineer?.email ?? backend?.demo?.email ?? ''} onSignIn={signIn} />
        <BackendLine tone={state.tone} sentence={state.sentence} />
      </div>
    </Dialog>
  )
}
