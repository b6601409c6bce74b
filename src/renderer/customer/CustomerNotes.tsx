import type { ReactNode } from 'react'
import { localTime, zoneLetters } from '../../domain/calendar/sayTime'
import type { Instant } from '../../domain/calendar/time'
import type { Customer, Site } from '../../domain/customer/customer'
import styles from './CustomerNotes.module.css'
import { ExternalLink } from './ExternalLink'
import { PanelSection } from './PanelSection'

interface CustomerNotesProps {
  readonly customer: Customer
  readonly sites: readonly Site[]
  readonly now: Instant
}

/** What one has to know before touching their systems. */
export function CustomerNotes({ customer, sites, now }: CustomerNotesProps): ReactNode {
  const texts: readonly (readonly [string, string])[] = [
    ['Quirks', customer.quirks],
    ['Remote access', customer.remoteAccess],
    ['Maintenance window', customer.maintenanceWindow],
  ]
  return (
    <>
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
