import { CloudDownload, CloudOff, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { useConnection } from '../sync/connectionStore'
import { Blank } from '../ui/Blank'
import { TimeBar } from '../ui/TimeBar'
import styles from './FirstSync.module.css'

/** What the list shows before the first rows are here: how far the first sync is, or why it cannot begin. */
export function FirstSync(): ReactNode {
  const { phase, progress, detail } = useConnection()
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
      <div className={styles.progress} role="progressbar" aria-label="First sync" aria-valuemin={0} aria-valuemax={progress?.total ?? undefined} aria-valuenow={progress?.done ?? undefined}>
        <TimeBar fraction={progress === null || progress.total === 0 ? 0 : progress.done / progress.total} tone="calm" thickness="thick" />
      </div>
      {progress === null ? 'Asking the backend …' : `${String(progress.done)} of ${String(progress.total)} rows, the urgent ones first`}
    </Blank>
  )
}
