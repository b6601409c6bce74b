import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Integration } from '../../domain/customer/customer'
import { Chip } from '../ui/Chip'
import { IconButton } from '../ui/IconButton'
import { Kbd } from '../ui/Kbd'
import { copyText } from './copyText'
import type { NumberedServer } from './numberAddresses'
import styles from './ServerCard.module.css'

const environmentNames = { production: 'Production', test: 'Test', unknown: 'Unknown use' } as const

interface ServerCardProps {
  readonly numbered: NumberedServer
  readonly integrations: readonly Integration[]
  /** What is noted about a server or an integration, by its id. */
  readonly notes: ReadonlyMap<string, string>
  readonly now: Instant
  readonly zone: ZoneId
}

/** A server: role, host name, version, system, and its addresses, each with the key that copies it. */
export function ServerCard({ numbered, integrations, notes, now, zone }: ServerCardProps): ReactNode {
  const { server, addresses } = numbered
  const copyFirst = (): void => {
    const first = addresses[0]
    if (first !== undefined) void copyText(`${server.hostName} ${first.label}`, first.ip)
  }
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span className={styles.role}>{server.role}</span>
        <Chip tone={server.environment === 'production' ? 'neutral' : 'soon'}>{environmentNames[server.environment]}</Chip>
      </div>
      <div className={styles.host}>
        <code>{server.hostName}</code>
        <IconButton icon={Copy} label={`Copy host name ${server.hostName}`} onClick={() => void copyText('Host name', server.hostName)} />
      </div>
      <p className={styles.system}>{[server.rightFaxVersion === null ? null : `RightFax ${server.rightFaxVersion}`, server.operatingSystem].filter((part) => part !== null && part !== '').join(' · ')}</p>
      <ul className={styles.addresses}>
        {addresses.map((address) => (
          <li key={`${address.label}${address.ip}`}>
            <button
              type="button"
              className={styles.address}
              aria-label={`Copy ${address.ip}, ${address.label} of ${server.hostName}`}
              aria-keyshortcuts={address.key ?? undefined}
              onClick={() => void copyText(`${server.hostName} ${address.label}`, address.ip)}
              onKeyDown={(event) => {
                if (event.key === 'y') copyFirst()
              }}
            >
              {address.key === null ? <span /> : <Kbd>{address.key}</Kbd>}
              <span className={styles.label}>{address.label}</span>
              <code>{address.ip}</code>
              <Copy aria-hidden="true" size={12} className={styles.copy} />
            </button>
          </li>
        ))}
      </ul>
      {integrations.map((integration) => (
        <p key={integration.id} className={styles.note}>
          ↔ <strong>{integration.name}</strong> {integration.ip === null ? null : <code>{integration.ip}</code>} {notes.get(integration.id)}
        </p>
      ))}
      {notes.has(server.id) ? <p className={styles.note}>{notes.get(server.id)}</p> : null}
      <p className={styles.verified}>
        {server.verifiedAt === null ? 'Never checked by us' : `Checked ${sayMoment(server.verifiedAt, zone, now)}${server.verifiedBy === null ? '' : ` by ${server.verifiedBy}`}`}
      </p>
    </li>
  )
}
