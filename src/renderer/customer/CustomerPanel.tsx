import { Building2, UserSearch } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import type { Ticket } from '../../domain/ticket/ticket'
import { useKeys } from '../app/useKeys'
import { useNavigation } from '../app/navigationStore'
import { useCustomerFile } from '../cache/views/useCustomerFile'
import { usePolicy } from '../cache/views/usePolicy'
import { useServerNotes } from '../cache/views/useServerNotes'
import { useMay } from '../ticket/useMay'
import { Blank } from '../ui/Blank'
import { Kbd } from '../ui/Kbd'
import { accessOrder } from './accessOrder'
import { ContactCard } from './ContactCard'
import { ContractStrip } from './ContractStrip'
import { copyText } from './copyText'
import { CustomerNotes } from './CustomerNotes'
import styles from './CustomerPanel.module.css'
import { ExternalLink } from './ExternalLink'
import { IntegrationList } from './IntegrationList'
import { numberAddresses } from './numberAddresses'
import type { NumberedServer } from './numberAddresses'
import { PanelSection } from './PanelSection'
import { RecentTickets } from './RecentTickets'
import { ServerCard } from './ServerCard'
import { useContactActions } from './useContactActions'

interface CustomerPanelProps {
  readonly ticket: Ticket
  readonly now: Instant
  /** The engineer's own zone. */
  readonly zone: ZoneId
}

/** The keys 1 to 9 copy the addresses they stand beside (walk-through: one key copies one). */
function useAddressKeys(servers: readonly NumberedServer[]): void {
  const copy = (key: string) => (): void => {
    for (const { server, addresses } of servers) {
      const found = addresses.find((address) => address.key === key)
      if (found !== undefined) void copyText(`${server.hostName} ${found.label}`, found.ip)
    }
  }
  useKeys({
    copyAddress1: copy('1'),
    copyAddress2: copy('2'),
    copyAddress3: copy('3'),
    copyAddress4: copy('4'),
    copyAddress5: copy('5'),
    copyAddress6: copy('6'),
    copyAddress7: copy('7'),
    copyAddress8: copy('8'),
    copyAddress9: copy('9'),
  })
}

/** Everything we know of the customer beside the ticket: contract, people, servers, quirks, what was before. */
export function CustomerPanel({ ticket, now, zone }: CustomerPanelProps): ReactNode {
  const file = useCustomerFile(ticket.customerId)
  const notes = useServerNotes(ticket.customerId)
  const policy = usePolicy()
  const may = useMay()
  const { sendLink, setAbilities } = useContactActions()
  const openTicket = useNavigation((state) => state.openTicket)
  const servers = typeof file === 'string' ? [] : numberAddresses(file.servers)
  useAddressKeys(servers)

  if (ticket.customerId === null)
    return (
      <aside className={styles.panel} aria-label="Customer file" data-testid="customer-panel">
        <Blank icon={UserSearch} title="Not matched to a customer">
          It came in with {ticket.requester.phone ?? ticket.requester.email ?? 'no sender'} only. Match the caller to see contract, people and servers.
        </Blank>
      </aside>
    )
  if (typeof file === 'string')
    return (
      <aside className={styles.panel} aria-label="Customer file" data-testid="customer-panel" aria-busy={file === 'loading'}>
        {file === 'loading' ? null : (
          <Blank icon={Building2} title="The customer file is not on this desk">
            It comes with the next sync.
          </Blank>
        )}
      </aside>
    )

  const site = file.sites.find((candidate) => candidate.id === ticket.siteId) ?? file.sites.find((candidate) => candidate.main) ?? null
  const contract = contractStatus(file.contracts, now, policy?.values.officeZone ?? zone, policy?.values.contractGraceDays ?? 0)
  const attached = file.integrations.filter((integration) => integration.serverId === null || !file.servers.some((server) => server.id === integration.serverId))
  return (
    <aside className={styles.panel} aria-label="Customer file" data-testid="customer-panel">
      <header className={styles.header}>
        <h2 className={styles.name}>{file.customer.name}</h2>
        <p className={styles.account}>
          Account {file.customer.accountNumber}
          {file.customer.phone === '' ? null : (
            <>
              {' · '}
              <ExternalLink url={`tel:${file.customer.phone.replaceAll(/[^\d+]/g, '')}`}>{file.customer.phone}</ExternalLink>
            </>
          )}
        </p>
      </header>
      <ContractStrip contract={contract} site={site} ticketZone={ticket.zone} now={now} zone={zone} />
      <PanelSection title="People" count={file.people.length}>
        <ul>
          {file.people
            .toSorted(({ contact: a }, { contact: b }) => Number(b.id === ticket.contactId) - Number(a.id === ticket.contactId) || accessOrder[a.access] - accessOrder[b.access])
            .map((entry) => (
              <ContactCard
                key={entry.contact.id}
                entry={entry}
                asked={entry.contact.id === ticket.contactId}
                now={now}
                zone={zone}
                onSetAbilities={may('editContacts') ? setAbilities : null}
                onSendLink={may('sendPasswordLink') ? sendLink : null}
              />
            ))}
        </ul>
      </PanelSection>
      <PanelSection
        title="Servers"
        count={servers.length}
        aside={
          servers.length === 0 ? undefined : (
            <>
              <Kbd>1</Kbd> … <Kbd>9</Kbd> copies an address
            </>
          )
        }
      >
        {servers.length === 0 ? <p className={styles.nothing}>No servers on file.</p> : null}
        <ul>
          {servers.map((numbered) => (
            <ServerCard
              key={numbered.server.id}
              numbered={numbered}
              integrations={file.integrations.filter((integration) => integration.serverId === numbered.server.id)}
              notes={notes.texts}
              now={now}
              zone={zone}
            />
          ))}
        </ul>
      </PanelSection>
      {attached.length === 0 ? null : (
        <PanelSection title="Integrates with" count={attached.length}>
          <IntegrationList integrations={attached} notes={notes.texts} />
        </PanelSection>
      )}
      <CustomerNotes customer={file.customer} notes={notes} sites={file.sites} now={now} />
      <PanelSection title="Their last tickets">
        <RecentTickets tickets={file.recentTickets} current={ticket.id} now={now} zone={zone} onOpen={openTicket} />
      </PanelSection>
    </aside>
  )
}
