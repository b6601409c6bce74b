import type { ReactNode } from 'react'
import { localTime, zoneLetters } from '../../domain/calendar/sayTime'
import type { Instant } from '../../domain/calendar/time'
import type { Customer, Site } from '../../domain/customer/customer'
import type { ServerNotes } from '../cache/readServerNotes'
import styles from './CustomerNotes.module.css'
import { ExternalLink } from './ExternalLink'
import { PanelSection } from './PanelSection'

/** Why nothing is noted here about remote access, servers and integrations, when that is not for want of notes. */
const stateWords: Readonly<Record<ServerNotes['state'], string | null>> = {
  here: null,
  coming: 'They come with the next sync. Without a keyring this computer does not keep them when the desk closes.',
  notYours: 'They are for those who work on servers.',
}

interface CustomerNotesProps {
  readonly customer: Customer
  readonly notes: ServerNotes
  readonly sites: readonly Site[]
  readonly now: Instant
}

/** What one has to know before touching their systems. */
export function CustomerNotes({ customer, notes, sites, now }: CustomerNotesProps): ReactNode {
  const texts: readonly (readonly [string, string])[] = [
    ['Quirks', customer.quirks],
    ['Remote access', notes.texts.get(customer.id) ?? ''],
    ['Maintenance window', customer.maintenanceWindow],
  ]
  return (
    <>
      {stateWords[notes.state] === null ? null : (
        <PanelSection title="Server notes">
          <p className={styles.faint}>{stateWords[notes.state]}</p>
        </PanelSection>
      )}
      {texts
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (
          <PanelSection key={title} title={title}>
            <p className={styles.text}>{text}</p>
          </PanelSection>
        ))}
      <PanelSection title="Sites" count={sites.length}>
        <ul className={styles.sites}>
          {sites.map((site) => (
            <li key={site.id} className={styles.site}>
              <span>
                {site.name} <span className={styles.faint}>{`${site.city}, ${site.region}`}</span>
              </span>
              <span>
                {localTime(now, site.zone)} {zoneLetters(site.zone, now)}
              </span>
            </li>
          ))}
        </ul>
      </PanelSection>
      <PanelSection title="Account manager">
        <p className={styles.text}>
          {customer.accountManager.name} <ExternalLink url={`mailto:${customer.accountManager.email}`}>{customer.accountManager.email}</ExternalLink>
        </p>
      </PanelSection>
    </>
  )
}
