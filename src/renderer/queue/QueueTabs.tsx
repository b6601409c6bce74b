import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { queueViewNames, queueViews } from './queueViews'
import type { QueueView } from './queueViews'
import styles from './QueueTabs.module.css'

interface QueueTabsProps {
  readonly view: QueueView
  readonly counts: Readonly<Record<QueueView, number>>
  readonly onChange: (view: QueueView) => void
}

/** The looks at the queue, each with its live count. */
export function QueueTabs({ view, counts, onChange }: QueueTabsProps): ReactNode {
  return (
    <Tabs.Root value={view} onValueChange={(next) => onChange(next as QueueView)}>
      <Tabs.List className={styles.list} aria-label="Views of the queue">
        {queueViews.map((name) => (
          <Tabs.Tab key={name} value={name} className={styles.tab}>
            {queueViewNames[name]}
            <span className={styles.count}>{counts[name]}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs.Root>
  )
}
