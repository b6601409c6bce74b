import {
  ArrowRightLeft, BadgeCheck, BellOff, BellRing, CalendarCheck, CalendarClock, CalendarX, Eye, Flag, Hand, Headphones, Mail, MailX, Merge, Split,
  UserCheck, UserMinus, UserSearch, Voicemail,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant } from '../../domain/calendar/time'
import type { Actor } from '../../domain/ticket/timelineEvent'
import { joinClasses } from '../ui/joinClasses'
import styles from './TimelineLine.module.css'
import { timelineWords } from './timelineWords'
import type { LineBody } from './timelineWords'

const icons: Readonly<Record<LineBody['kind'], LucideIcon>> = {
  acknowledged: Eye,
  heard: Headphones,
  assigned: UserCheck,
  unassigned: UserMinus,
  priority: Flag,
  state: ArrowRightLeft,
  page: BellRing,
  held: Hand,
  released: BadgeCheck,
  identified: UserSearch,
  merged: Merge,
  mergedInto: Merge,
  unmerged: Split,
  splitOff: Split,
  followUp: CalendarClock,
  followUpKept: CalendarCheck,
  followUpDropped: CalendarX,
  recording: Voicemail,
  mail: Mail,
}

const look = { 'aria-hidden': true, size: 13, strokeWidth: 1.9 } as const

function LineIcon({ body }: { readonly body: LineBody }): ReactNode {
  if (body.kind === 'page' && !body.paged) return <BellOff {...look} />
  if (body.kind === 'mail' && body.outcome === 'failed') return <MailX {...look} />
  const Icon = icons[body.kind]
  return <Icon {...look} />
}

interface TimelineLineProps {
  readonly body: LineBody
  readonly actor: Actor
  readonly time: ReactNode
  readonly sayAt: (at: Instant) => string
}

/** A small line of the timeline: something that happened and needs no card. */
export function TimelineLine({ body, actor, time, sayAt }: TimelineLineProps): ReactNode {
  const failed = body.kind === 'mail' && body.outcome === 'failed'
  return (
    <div className={joinClasses(styles.line, failed && styles.failed)}>
      <span className={styles.icon}>
        <LineIcon body={body} />
      </span>
      <p className={styles.words} title={body.kind === 'mail' ? body.detail : undefined}>
        {actor.kind === 'system' ? null : <span className={styles.actor}>{actor.name} </span>}
        <span className={actor.kind === 'system' ? styles.sentence : undefined}>{timelineWords(body, actor.id, sayAt)}</span>
      </p>
      {time}
    </div>
  )
}
