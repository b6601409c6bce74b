import { Lock, Send } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../ui/Button'
import { joinClasses } from '../ui/joinClasses'
import styles from './Composer.module.css'
import type { ComposerMode } from './ticketScreenStore'

interface ComposerProps {
  readonly mode: ComposerMode
  readonly text: string
  /** Who gets a reply; null when the ticket carries no address. */
  readonly recipient: { readonly name: string; readonly email: string } | null
  readonly focusCount: number
  readonly onText: (text: string) => void
  readonly onSend: () => void
  readonly onLeave: () => void
}

/**
 * Where one writes. A reply and an internal note differ in colour, label and button, so that a note is never sent to
 * a customer by mistake. Ctrl+Enter sends, Escape leaves and keeps the draft.
 */
export function Composer({ mode, text, recipient, focusCount, onText, onSend, onLeave }: ComposerProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const area = field.current
    area?.focus()
    // A draft goes on where it ended.
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [mode, focusCount])

  const isReply = mode === 'reply'
  const firstName = recipient?.name.split(' ')[0] ?? ''
  const empty = text.trim() === ''
  const blocked = isReply && recipient === null

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!empty && !blocked) onSend()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    }
  }

  return (
    <div className={joinClasses(styles.composer, isReply ? styles.reply : styles.note)}>
      <p className={styles.who} id="composer-who">
        {isReply ? <Send aria-hidden="true" size={12} /> : <Lock aria-hidden="true" size={12} />}
        {isReply
          ? recipient === null
            ? 'This ticket carries no e-mail address: call instead, or match the caller first.'
            : `Reply to ${recipient.name}. They see it in the portal and by e-mail.`
          : 'Internal note. The customer never sees this.'}
      </p>
      <textarea
        ref={field}
        aria-label={isReply ? 'Reply' : 'Internal note'}
        aria-describedby="composer-who"
        className={styles.field}
        rows={4}
        value={text}
        placeholder={isReply ? `Write to ${firstName === '' ? 'the customer' : firstName}` : 'What your colleagues should know'}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <span className={styles.kept}>{empty ? 'Esc leaves the text' : 'Draft kept on this desk'}</span>
        <Button look={isReply ? 'primary' : 'note'} hint="Ctrl ↵" disabled={empty || blocked} onClick={onSend} className={styles.send}>
          {isReply ? (recipient === null ? 'Send reply' : `Send reply to ${firstName} at ${recipient.email}`) : 'Save note'}
        </Button>
      </div>
    </div>
  )
}
