import { Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { useNavigation } from '../app/navigationStore'
import { useSession } from '../session/useSession'
import { Button } from '../ui/Button'
import { BackendLine } from './BackendLine'
import { backendSentence } from './backendSentence'
import { SignInForm } from './SignInForm'
import styles from './SignInScreen.module.css'
import { useBackendDescription } from './useBackendDescription'

/** The whole window, when nobody has ever signed in on this desk: there is no cache to show yet. */
export function SignInScreen(): ReactNode {
  const { error, signIn } = useSession()
  const show = useNavigation((state) => state.show)
  const backend = useBackendDescription()
  const state = backendSentence(backend)
  return (
    <main className={styles.screen} aria-label="Sign in">
      <div className={styles.card}>
        <svg aria-hidden="true" viewBox="0 0 32 32" width="30" height="30" className={styles.sign}>
          <rect x="2" y="2" width="28" height="28" rx="8" fill="currentColor" />
          <path d="M9 11h14M9 16h9M9 21h11" stroke="var(--on-accent)" strokeWidth="2.4" strokeLinecap="round" />
        </svg>
        <h1 className={styles.title}>Engineer Console</h1>
        <p className={styles.text}>The support desk of The Fax Guys</p>
        <SignInForm error={error} ready={state.ready} firstEmail={backend?.demo?.email ?? ''} onSignIn={signIn} />
        <BackendLine tone={state.tone} sentence={state.sentence} />
      </div>
      <Button look="quiet" size="small" icon={Settings} onClick={() => show('settings')}>
        Use another backend
      </Button>
    </main>
  )
}
