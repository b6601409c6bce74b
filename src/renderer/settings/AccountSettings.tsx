import { LogIn, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { roleNames } from '../../domain/access/roleNames'
import { useMe } from '../cache/views/useMe'
import { useNavigation } from '../app/navigationStore'
import { useSession } from '../session/useSession'
import { Button } from '../ui/Button'
import { Initials } from '../ui/Initials'
import styles from './AccountSettings.module.css'

/** Who works at this desk, and how to leave it or to sign in again. */
export function AccountSettings({ signedIn }: { readonly signedIn: boolean }): ReactNode {
  const me = useMe()
  const { signOut } = useSession()
  const setSignInShown = useNavigation((state) => state.setSignInShown)
  return (
    <div className={styles.row}>
      {me === null ? null : <Initials letters={me.initials} title={me.name} mine />}
      <div className={styles.words}>
        <span className={styles.name}>{me?.name ?? 'Nobody has signed in yet'}</span>
        {me === null ? null : (
          <span className={styles.detail}>
            {roleNames[me.role]} · {me.email} · {me.zone}
          </span>
        )}
      </div>
      {signedIn ? (
        <Button icon={LogOut} onClick={() => void signOut()}>
          Sign out
        </Button>
      ) : (
        <Button icon={LogIn} look="primary" onClick={() => setSignInShown(true)}>
          Sign in
        </Button>
      )}
    </div>
  )
}
