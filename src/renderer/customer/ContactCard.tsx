import type { ReactNode } from 'react'
import { temporaryAccessState } from '../../domain/access/temporaryAccessState'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Contact, ContactAccess } from '../../domain/customer/customer'
import { Chip } from '../ui/Chip'
import type { Tone } from '../ui/tone'
import { AbilityFlags } from './AbilityFlags'
import styles from './ContactCard.module.css'
import { ExternalLink } from './ExternalLink'

const accessLooks: Readonly<Record<ContactAccess, { readonly name: string; readonly tone: Tone }>> = {
  primary: { name: 'Primary', tone: 'accent' },
  authorized: { name: 'Authorized', tone: 'ok' },
  temporary: { name: 'Temporary', tone: 'soon' },
  none: { name: 'Not authorized', tone: 'urgent' },
}

const ended = { name: 'Access ended', tone: 'urgent' } as const

interface ContactCardProps {
  readonly contact: Contact
  readonly asked: boolean
  readonly now: Instant
  readonly zone: ZoneId
}

/** A person at the customer: whether they may ask, how to reach them, what they can do (R31–R44). */
export function ContactCard({ contact, asked, now, zone }: ContactCardProps): ReactNode {
  const temporary = temporaryAccessState(contact, now, zone)
  const access = temporary?.kind === 'suspended' ? ended : accessLooks[contact.access]
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span className={styles.name}>{contact.name}</span>
        <Chip tone={access.tone}>{access.name}</Chip>
        {asked ? <Chip weight="outline">asked</Chip> : null}
      </div>
      <p className={styles.title}>{contact.title}</p>
      {temporary === null ? null : <p className={styles.title}>{temporary.sentence}</p>}
      <p className={styles.reach}>
        {contact.phone === '' ? null : <ExternalLink url={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</ExternalLink>}
        {contact.email === '' ? null : <ExternalLink url={`mailto:${contact.email}`}>{contact.email}</ExternalLink>}
      </p>
      <AbilityFlags abilities={contact.abilities} />
    </li>
  )
}
