import { Clock3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { localTime, zoneLetters } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Site } from '../../domain/customer/customer'
import type { ContractStatus } from '../../domain/entitlement/contractStatus'
import { ContractChip } from '../ticket/ContractChip'
import styles from './ContractStrip.module.css'

interface ContractStripProps {
  readonly contract: ContractStatus
  readonly site: Site | null
  readonly ticketZone: ZoneId
  readonly now: Instant
  readonly zone: ZoneId
}

/** What the customer is entitled to, and what time it is where they are. */
export function ContractStrip({ contract, site, ticketZone, now, zone }: ContractStripProps): ReactNode {
  const theirs = site?.zone ?? ticketZone
  return (
    <div className={styles.strip}>
      <ContractChip contract={contract} words="full" />
      <p className={styles.time}>
        <Clock3 aria-hidden="true" size={13} />
        <strong>
          {localTime(now, theirs)} {zoneLetters(theirs, now)}
        </strong>
        {site === null ? null : ` in ${site.city}, ${site.region}`}
        {theirs === zone ? null : <span className={styles.mine}>{`${localTime(now, zone)} ${zoneLetters(zone, now)} here`}</span>}
      </p>
    </div>
  )
}
