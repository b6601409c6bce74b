import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { temporaryAccessState } from '../../domain/access/temporaryAccessState'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { AbilityChange } from '../../domain/customer/contactCommand'
import type { Contact, ContactAccess } from '../../domain/customer/customer'
import type { ContactEntry } from '../cache/overlayContact'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import type { Tone } from '../ui/tone'
import { AbilityEditor } from './AbilityEditor'
import { AbilityFlags } from './AbilityFlags'
import styles from './ContactCard.module.css'
import { ExternalLink } from './ExternalLink'
import { SignInLine } from './SignInLine'

const accessLooks: Readonly<Record<ContactAccess, { readonly name: string; readonly tone: Tone }>> = {
  primary: { name: 'Primary', tone: 'accent' },
  authorized: { name: 'Authorized', tone: 'ok' },
  temporary: { name: 'Temporary', tone: 'soon' },
  none: { name: 'Not authorized', tone: 'urgent' },
}

const ended = { name: 'Access ended', tone: 'urgent' } as const

interface ContactCardProps {
  readonly entry: ContactEntry
  readonly asked: boolean
  readonly now: Instant
  readonly zone: ZoneId
  /** Null for who may not edit contacts. Answers whether it is kept. */
  readonly onSetAbilities: ((contact: Contact, changes: readonly AbilityChange[]) => Promise<boolean>) | null
  /** Null for who may not send links. */
  readonly onSendLink: ((contact: Contact) => void) | null
}

/** A person at the customer: whether they may ask, how to reach them, what they can do (R31–R44). */
export function ContactCard({ entry, asked, now, zone, onSetAbilities, onSendLink }: ContactCardProps): ReactNode {
  const { contact, pendingAbilities, pendingLink } = entry
  const [editing, setEditing] = useState(false)
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
      <SignInLine contact={contact} pending={pendingLink} now={now} zone={zone} onSend={onSendLink === null ? null : () => onSendLink(contact)} />
      {editing && onSetAbilities !== null ? (
        <AbilityEditor
          contact={contact}
          onCancel={() => setEditing(false)}
          onSave={(changes) => void onSetAbilities(contact, changes).then((kept) => (kept ? setEditing(false) : undefined))}
        />
      ) : (
        <div className={styles.abilities}>
          <AbilityFlags abilities={contact.abilities} />
          {onSetAbilities === null ? null : (
            <Button size="small" look="quiet" icon={Pencil} onClick={() => setEditing(true)} aria-label={`Change what ${contact.name} can do`}>
              Change
            </Button>
          )}
        </div>
      )}
      {contact.abilitiesSet === null ? null : (
        <p className={styles.title}>
          {pendingAbilities ? 'Not sent yet: asked' : 'Asked'} by {contact.abilitiesSet.by.name}, {sayMoment(contact.abilitiesSet.at, zone, now)}
        </p>
      )}
    </li>
  )
}
