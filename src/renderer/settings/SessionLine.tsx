import { KeyRound, MemoryStick } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SessionState } from '../session/sessionStore'
import styles from './SessionLine.module.css'

const kinds = {
  keyring: { icon: KeyRound, title: 'Session in the system’s keyring', text: 'You stay signed in when the program is started anew.' },
  memory: { icon: MemoryStick, title: 'Session in memory only', text: 'This system offers no keyring, so you sign in at each start, and server notes are fetched again. Nothing secret is written to the disk.' },
} as const

/** Where this desk keeps its session, and what that means for the next start; nothing until it is known. */
export function SessionLine({ storage }: Pick<SessionState, 'storage'>): ReactNode {
  if (storage === null) return null
  const { icon: Icon, title, text } = kinds[storage]
  return (
    <div className={styles.line}>
      <Icon aria-hidden="true" size={15} />
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{text}</p>
      </div>
    </div>
  )
}
