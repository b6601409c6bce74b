import { Inbox, Keyboard, MailQuestion, PhoneIncoming, Settings, UploadCloud, UserPlus } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Engineer } from '../../domain/access/engineer'
import type { ConnectionState } from '../sync/connectionStore'
import { Initials } from '../ui/Initials'
import { joinClasses } from '../ui/joinClasses'
import { Tooltip } from '../ui/Tooltip'
import styles from './Rail.module.css'
import type { Screen } from './navigationStore'
import type { ConnectionWords } from './sayConnection'

interface RailProps {
  readonly screen: Screen
  readonly me: Engineer | null
  readonly phase: ConnectionState['phase']
  readonly words: ConnectionWords
  /** Urgent tickets nobody has acknowledged. */
  readonly urgent: number
  readonly unsent: number
  /** Requests for access that nobody has decided. */
  readonly access: number
  /** Mails that became no ticket and wait to be judged; null for who may not read them. */
  readonly heldMail: number | null
  readonly attention: number
  readonly onShow: (screen: Screen) => void
  /** Null for who logs no calls. */
  readonly onLogCall: (() => void) | null
  readonly onShowKeys: () => void
  readonly onShowOutbox: () => void
}

interface RailButtonProps {
  readonly icon: LucideIcon
  readonly name: string
  readonly hint?: string
  readonly current?: boolean
  readonly badge?: { readonly count: number; readonly words: string; readonly tone: 'urgent' | 'accent' }
  readonly onClick: () => void
}

function RailButton({ icon: Icon, name, hint, current = false, badge, onClick }: RailButtonProps): ReactNode {
  return (
    <Tooltip words={name} hint={hint} side="right">
      <button type="button" className={styles.button} aria-current={current ? 'page' : undefined} onClick={onClick}>
        <Icon aria-hidden="true" size={18} strokeWidth={1.7} />
        <span className={styles.name}>{name}</span>
        {badge === undefined || badge.count === 0 ? null : (
          <span className={joinClasses(styles.badge, styles[badge.tone])}>
            <span aria-hidden="true">{badge.count > 99 ? '99+' : badge.count}</span>
            <span className="visuallyHidden">
              {badge.count} {badge.words}
            </span>
          </span>
        )}
      </button>
    </Tooltip>
  )
}

/** The left edge: where one can go, how the sync fares, and who one is. */
export function Rail({ screen, me, phase, words, urgent, unsent, access, heldMail, attention, onShow, onLogCall, onShowKeys, onShowOutbox }: RailProps): ReactNode {
  return (
    <nav className={styles.rail} aria-label="Desk">
      <RailButton icon={Inbox} name="Queue" hint="g q" current={screen === 'queue'} badge={{ count: urgent, words: 'urgent not acknowledged', tone: 'urgent' }} onClick={() => onShow('queue')} />
      {heldMail === null ? null : (
        <RailButton icon={MailQuestion} name="Held mail" hint="g m" current={screen === 'heldMail'} badge={{ count: heldMail, words: 'held mails', tone: 'accent' }} onClick={() => onShow('heldMail')} />
      )}
      <RailButton icon={UserPlus} name="Access" hint="g a" current={screen === 'access'} badge={{ count: access, words: 'open requests for access', tone: 'accent' }} onClick={() => onShow('access')} />
      <RailButton icon={Settings} name="Settings" hint="g s" current={screen === 'settings'} onClick={() => onShow('settings')} />
      <span className={styles.spring} />
      {onLogCall === null ? null : <RailButton icon={PhoneIncoming} name="Log call" hint="w" onClick={onLogCall} />}
      <RailButton icon={Keyboard} name="Keys" hint="?" onClick={onShowKeys} />
      <RailButton
        icon={UploadCloud}
        name="Outbox"
        hint="g o"
        badge={attention > 0 ? { count: attention, words: 'need attention', tone: 'urgent' } : { count: unsent, words: 'not sent yet', tone: 'accent' }}
        onClick={onShowOutbox}
      />
      <Tooltip words={words.sentence} side="right">
        <span className={joinClasses(styles.connection, styles[phase])} data-testid="connection" data-phase={phase} data-unsent={unsent}>
          <span aria-hidden="true" className={styles.dot} />
          {words.word}
        </span>
      </Tooltip>
      {me === null ? null : (
        <span className={styles.me}>
          <Initials letters={me.initials} title={`You are ${me.name}`} mine />
        </span>
      )}
    </nav>
  )
}
