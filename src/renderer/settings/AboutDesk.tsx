import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import { desk } from '../bridge/desk'
import styles from './AboutDesk.module.css'

/** Which version this is, for whoever asks on the phone. */
export function AboutDesk(): ReactNode {
  const [about, setAbout] = useState<DeskAnswer<'app.describe'> | null>(null)
  useEffect(() => {
    let shown = true
    desk.app.describe().then(
      (answer) => {
        if (shown) setAbout(answer)
      },
      () => {
        if (shown) setAbout(null)
      },
    )
    return () => {
      shown = false
    }
  }, [])
  if (about === null) return null
  return (
    <p className={styles.about}>
      Engineer Console {about.version}, Electron {about.electron} on {about.platform}
    </p>
  )
}
