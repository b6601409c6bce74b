import { CircleX, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RefusedIntent } from '../cache/views/useOutbox'
import { copyText } from '../customer/copyText'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import { intentText } from './intentText'
import styles from './RefusedIntentCard.module.css'
import { intentNames } from './intentNames'

/** A change the backend refused: why, and the text that was written, until it is dealt with (P6). */
export function RefusedIntentCard({ intent, onDismiss }: { readonly intent: RefusedIntent; readonly onDismiss: () => void }): ReactNode {
  const text = intentText(intent.command)
  return (
    <Banner
      tone="urgent"
      icon={CircleX}
      title={`${intentNames[intent.command.name]} was not accepted`}
      actions={
        <>
          {text === null ? null : (
            <Button size="small" icon={Copy} onClick={() => void copyText('Your text', text)}>
              Copy text
            </Button>
          )}
          <Button size="small" onClick={onDismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      {intent.sentence}
      {text === null ? null : <q className={styles.text}>{text}</q>}
    </Banner>
  )
}
