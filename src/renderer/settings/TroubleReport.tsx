import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTroubleStore } from '../bridge/troubleStore'
import { copyText } from '../customer/copyText'
import { useConnection } from '../sync/connectionStore'
import { Button } from '../ui/Button'
import styles from './TroubleReport.module.css'

/** What went wrong since the window opened, for whoever asks; nothing is shown while nothing did. */
export function TroubleReport(): ReactNode {
  const sentences = useTroubleStore((state) => state.sentences)
  const unreadable = useConnection((state) => state.unreadableRows)
  const all = unreadable === 0 ? sentences : [...sentences, `${String(unreadable)} rows are kept but not shown, since this version cannot read them. An update of the desk will show them.`]
  if (all.length === 0) return <p className={styles.none}>Nothing went wrong since this window opened.</p>
  return (
    <div className={styles.report}>
      <ul className={styles.list}>
        {all.map((sentence, index) => (
          // Sentences may repeat; they are only ever added at the end.
          <li key={`${String(index)}${sentence}`}>{sentence}</li>
        ))}
      </ul>
      <Button size="small" icon={Copy} className={styles.copy} onClick={() => void copyText('Report', all.join('\n'))}>
        Copy report
      </Button>
    </div>
  )
}
