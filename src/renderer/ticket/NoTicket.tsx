import { Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { Blank } from '../ui/Blank'
import { Kbd } from '../ui/Kbd'
import styles from './TicketPane.module.css'

/** What stands beside the queue before a ticket is chosen. */
export function NoTicket(): ReactNode {
  return (
    <div className={styles.pane}>
      <Blank icon={Inbox} title="No ticket chosen">
        <Kbd>j</Kbd> and <Kbd>k</Kbd> go through the queue, <Kbd>?</Kbd> lists all keys. Looking at a ticket does not claim it.
      </Blank>
    </div>
  )
}
