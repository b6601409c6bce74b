import { Lock, MessageSquareReply, MessageSquareText, PhoneOutgoing } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { saySpan } from '../../domain/calendar/sayTime'
import type { Actor, TimelineBody } from '../../domain/ticket/timelineEvent'
import { Chip } from '../ui/Chip'
import { joinClasses } from '../ui/joinClasses'
import { outcomeNames } from './outcomeNames'
import styles from './TimelineCard.module.css'
import { receivedWords } from './timelineWords'

export type CardBody = Extract<TimelineBody, { kind: 'received' | 'message' | 'note' | 'call' }>

interface Look {
  readonly icon: LucideIcon
  readonly style: string | undefined
  readonly heading: ReactNode
}

const viaNames = { portal: 'in the portal', email: 'by e-mail', desk: 'from the desk' } as const

function lookOf(body: CardBody): Look {
  switch (body.kind) {
    case 'received':
      return { icon: MessageSquareText, style: styles.customer, heading: receivedWords(body) }
    case 'message':
      return body.direction === 'in'
        ? { icon: MessageSquareText, style: styles.customer, heading: `wrote ${viaNames[body.via]}` }
        : { icon: MessageSquareReply, style: styles.ours, heading: 'replied to the customer' }
    case 'note':
      return { icon: Lock, style: styles.note, heading: 'Internal note — the customer never sees this' }
    case 'call':
      return {
        icon: PhoneOutgoing,
        style: styles.call,
        heading: (
          <>
            called {body.contactName === '' ? body.number : `${body.contactName} on ${body.number}`}
            {body.minutes > 0 ? `, ${saySpan(body.minutes)}` : ''}
          </>
        ),
      }
  }
}

interface TimelineCardProps {
  readonly body: CardBody
  readonly actor: Actor
  readonly time: ReactNode
  readonly attachments: ReactNode
}

/** What somebody said, wrote or noted. Conversation and internal matter have different paper. */
export function TimelineCard({ body, actor, time, attachments }: TimelineCardProps): ReactNode {
  const { icon: Icon, style, heading } = lookOf(body)
  const text = body.text.trim()
  return (
    <div className={joinClasses(styles.card, style)}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" size={13} strokeWidth={1.9} />
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.actor}>{actor.name}</span>
          <span className={styles.heading}>{heading}</span>
          {body.kind === 'call' ? <Chip tone={body.outcome === 'reached' || body.outcome === 'voicemail' ? 'ok' : 'neutral'}>{outcomeNames[body.outcome].name}</Chip> : null}
          {time}
        </div>
        {text === '' ? null : <p className={styles.text}>{text}</p>}
        {attachments}
      </div>
    </div>
  )
}
