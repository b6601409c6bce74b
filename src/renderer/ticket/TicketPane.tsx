import { TicketX } from 'lucide-react'
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import { toZone } from '../../domain/calendar/time'
import { contractStatus } from '../../domain/entitlement/contractStatus'
import { useNavigation } from '../app/navigationStore'
import { useKeys } from '../app/useKeys'
import { useNow } from '../app/useNow'
import { useMe } from '../cache/views/useMe'
import { usePolicy } from '../cache/views/usePolicy'
import { useTicket } from '../cache/views/useTicket'
import { CustomerPanel } from '../customer/CustomerPanel'
import { Blank } from '../ui/Blank'
import { Button } from '../ui/Button'
import { joinClasses } from '../ui/joinClasses'
import styles from './TicketPane.module.css'
import { TicketView } from './TicketView'
import { useTicketScreen } from './ticketScreenStore'
import { useMay } from './useMay'

/** Clocks of the open ticket are told in minutes; a few seconds of delay do not show. */
const TICK_MS = 5_000

/** The place beside the queue: the chosen ticket with its customer's file. */
export function TicketPane({ ticketId }: { readonly ticketId: string }): ReactNode {
  const found = useTicket(ticketId)
  const policy = usePolicy()
  const me = useMe()
  const now = useNow(TICK_MS)
  const { customerPanel, closeTicket } = useNavigation()
  const { composer, write, reset } = useTicketScreen()
  const may = useMay()
  // Before the next key press: a dialog asked for on the new ticket must not be closed by leaving the old one.
  useLayoutEffect(() => reset, [reset, ticketId])

  useKeys({
    note: may('addNote') ? () => write('note') : undefined,
    reply: may('reply') ? () => write('reply') : undefined,
  })

  // Whoever asked to write before the ticket was read goes on typing: those letters must not work as keys.
  if (found === 'loading') return <div className={styles.pane} aria-busy="true" {...(composer === null ? {} : { 'data-key-wall': '' })} />
  if (found === 'missing')
    return (
      <div className={styles.pane}>
        <Blank icon={TicketX} title="This ticket is not on this desk" actions={<Button onClick={closeTicket}>Back to the queue</Button>}>
          It may have been removed, or it has not been synced yet.
        </Blank>
      </div>
    )
  const zone = me?.zone ?? policy?.values.officeZone ?? toZone('America/Chicago')
  const contract = found.ticket.customerId === null ? null : contractStatus(found.contracts, now, policy?.values.officeZone ?? zone, policy?.values.contractGraceDays ?? 0)
  return (
    <div className={joinClasses(styles.pane, customerPanel && styles.withPanel)}>
      <TicketView key={ticketId} found={found} policy={policy} me={me} contract={contract} now={now} zone={zone} />
      {customerPanel ? <CustomerPanel ticket={found.ticket} now={now} zone={zone} /> : null}
    </div>
  )
}
