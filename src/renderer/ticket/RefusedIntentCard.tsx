import { CircleX, Copy, Pencil, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant } from '../../domain/calendar/time'
import type { RefusedIntent } from '../cache/views/useOutbox'
import { copyText } from '../customer/copyText'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import { intentNames } from './intentNames'
import { intentText } from './intentText'
import styles from './RefusedIntentCard.module.css'
import { sayTheirs } from './sayTheirs'
import { sayWish } from './sayWish'

/** What can be done about a refused change; null where it makes no sense. */
export interface RefusedActions {
  readonly dismiss: () => void
  /** Gives it again as it was, now that its author has seen what stands instead. */
  readonly giveAgain: (() => void) | null
  /** Puts the text back where one writes. */
  readonly edit: (() => void) | null
}

interface RefusedIntentCardProps {
  readonly intent: RefusedIntent
  readonly actions: RefusedActions
  readonly sayAt: (at: Instant) => string
  /** The keys of the first card on the ticket. */
  readonly withKeys?: boolean
}

/** A change the backend refused: why, what was wanted and written, and what stands instead, until it is dealt with (P6, P7). */
export function RefusedIntentCard({ intent, actions, sayAt, withKeys = false }: RefusedIntentCardProps): ReactNode {
  const { command, theirs } = intent
  const text = intentText(command)
  const wish = sayWish(command)
  const again = theirs === null ? 'Give again' : 'Use mine'
  const away = theirs === null ? 'Dismiss' : 'Keep theirs'
  return (
    <Banner
      tone="urgent"
      icon={CircleX}
      actionsAt="below"
      title={`${intentNames[command.name]} was not accepted`}
      actions={
        <>
          {actions.giveAgain === null ? null : (
            <Button size="small" icon={RotateCcw} onClick={actions.giveAgain} {...(withKeys ? { hint: 'y' } : {})}>
              {again}
            </Button>
          )}
          {actions.edit === null ? null : (
            <Button size="small" icon={Pencil} onClick={actions.edit}>
              Edit
            </Button>
          )}
          {text === null ? null : (
            <Button size="small" icon={Copy} onClick={() => void copyText('Your text', text)}>
              Copy text
            </Button>
          )}
          <Button size="small" onClick={actions.dismiss} {...(withKeys ? { hint: 't' } : {})}>
            {away}
          </Button>
        </>
      }
    >
      {intent.sentence}
      {theirs === null ? null : (
        <span className={styles.version}>
          <span className={styles.whose}>Theirs</span>
          <span>
            {theirs.actor.name} {sayTheirs(theirs, sayAt)} <span className={styles.at}>{sayAt(theirs.at)}</span>
          </span>
        </span>
      )}
      {wish === null && text === null ? null : (
        <span className={styles.version}>
          {theirs === null ? null : <span className={styles.whose}>Yours</span>}
          <span>
            {wish === null ? null : <strong>{wish}</strong>}
            {text === null ? null : <q className={styles.text}>{text}</q>}
          </span>
        </span>
      )}
    </Banner>
  )
}
