import { CloudDownload, CloudOff, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { sayRows } from '../app/sayConnection'
import { useConnection } from '../sync/connectionStore'
import { Blank } from '../ui/Blank'
import styles from './FirstSync.module.css'

/** What the list shows before the first rows are here: how far the first sync is, or why it cannot begin. */
export function FirstSync(): ReactNode {
  const { phase, rowsFetched, rowsTotal, detail } = useConnection()
  // The cache answers within a frame or two; words would only flash.
  if (phase === 'starting') return null
  if (phase === 'offline')
    return (
      <Blank icon={CloudOff} title="No backend yet, and nothing kept from before">
        {detail} The queue appears as soon as the backend answers; nothing needs to be pressed.
      </Blank>
    )
  if (phase === 'signedOut')
    return (
      <Blank icon={LogIn} title="Sign in to see the queue">
        {detail}
      </Blank>
    )
  return (
    <Blank icon={CloudDownload} title="Fetching the queue">
      <div className={styles.progress} role="progressbar" aria-label="First sync" />
      {rowsFetched === null ? 'Asking the backend …' : rowsTotal === null ? `${rowsFetched.toLocaleString('en-US')} rows so far` : sayRows(rowsFetched, rowsTotal)}
    </Blank>
  )
}
