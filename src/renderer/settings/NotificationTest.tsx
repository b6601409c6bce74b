import { BellRing } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import { desk } from '../bridge/desk'
import { Button } from '../ui/Button'
import styles from './NotificationTest.module.css'
import { useSettings } from './settingsStore'
import { testTicketId } from './testTicketId'

type Outcome = DeskAnswer<'notifications.show'>

function sayOutcome(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'shown':
      return 'The system says it was shown. If you did not see it, look at its do-not-disturb settings.'
    case 'suppressed':
      return `Not shown: ${outcome.reason}`
    case 'failed':
      return `Failed: ${outcome.reason}`
  }
}

/** Shows one notification now and says honestly what became of it. */
export function NotificationTest(): ReactNode {
  const settings = useSettings((state) => state.settings)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const test = async (): Promise<void> => {
    const silent = settings?.notifications.sound === false
    try {
      setOutcome(await desk.notifications.show({ key: 'test', title: 'Test of Engineer Console', body: 'An Urgent ticket would look like this.', ticketId: testTicketId, urgent: false, silent }))
    } catch (error) {
      setOutcome({ outcome: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <div className={styles.row}>
      <Button icon={BellRing} onClick={() => void test()}>
        Send a test
      </Button>
      <p className={outcome === null || outcome.outcome === 'shown' ? styles.words : styles.trouble} role="status">
        {outcome === null ? '' : sayOutcome(outcome)}
      </p>
    </div>
  )
}
