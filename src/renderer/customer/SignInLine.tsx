import { CloudUpload, KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { passwordHelp } from '../../domain/access/passwordHelp'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Contact } from '../../domain/customer/customer'
import { Button } from '../ui/Button'
import styles from './SignInLine.module.css'

interface SignInLineProps {
  readonly contact: Contact
  readonly pending: boolean
  readonly now: Instant
  readonly zone: ZoneId
  /** Null for who may not send links. */
  readonly onSend: (() => void) | null
}

/** How a contact signs in to the portal, and the link that helps when they cannot: it goes to their address, and nobody here sees it (R35). */
export function SignInLine({ contact, pending, now, zone, onSend }: SignInLineProps): ReactNode {
  const help = passwordHelp(contact, contact.signIn, now, zone)
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        {pending ? (
          <>
            <CloudUpload aria-hidden="true" size={12} /> The link is kept in the outbox and goes out when this desk is connected.
          </>
        ) : (
          <>Portal: {help.sentence}</>
        )}
      </p>
      {!help.maySendLink || pending || onSend === null ? null : (
        <Button size="small" icon={KeyRound} onClick={onSend} aria-label={`Send ${contact.name} a link for a new password`}>
          Send password link
        </Button>
      )}
    </div>
  )
}
