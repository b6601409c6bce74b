import { AppWindow, Printer, Server } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Integration } from '../../domain/customer/customer'
import { copyText } from './copyText'
import styles from './IntegrationList.module.css'

const icons: Readonly<Record<Integration['kind'], LucideIcon>> = { server: Server, application: AppWindow, device: Printer }

interface IntegrationListProps {
  readonly integrations: readonly Integration[]
  /** What is noted about each, by its id. */
  readonly notes: ReadonlyMap<string, string>
}

/** What RightFax integrates with: servers, applications and devices with their addresses (R40–R43). */
export function IntegrationList({ integrations, notes }: IntegrationListProps): ReactNode {
  return (
    <ul className={styles.list}>
      {integrations.map((integration) => {
        const Icon = icons[integration.kind]
        const { ip } = integration
        return (
          <li key={integration.id} className={styles.item}>
            <Icon aria-hidden="true" size={13} />
            <div>
              <span className={styles.name}>
                {integration.name} <span className="visuallyHidden">({integration.kind})</span>
              </span>
              {ip === null ? null : (
                <button type="button" className={styles.ip} aria-label={`Copy ${ip} of ${integration.name}`} onClick={() => void copyText(integration.name, ip)}>
                  {ip}
                </button>
              )}
              {notes.has(integration.id) ? <p className={styles.notes}>{notes.get(integration.id)}</p> : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
