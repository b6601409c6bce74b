import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Instant, ZoneId } from '../../domain/calendar/time'
import type { Engineer } from '../../domain/access/engineer'
import type { Policy } from '../../domain/policy/policy'
import type { QueueEntry } from '../cache/views/queueEntry'
import { anchorShift } from './anchorShift'
import styles from './QueueList.module.css'
import { QueueRow } from './QueueRow'

/** In CSS pixels; rows do not measure themselves, so that thousands scroll without layout work. */
const ROW_HEIGHT = 76

interface QueueListProps {
  readonly entries: readonly QueueEntry[]
  readonly selectedId: string | null
  readonly now: Instant
  readonly policy: Policy | null
  readonly zone: ZoneId
  readonly me: string | null
  readonly engineers: ReadonlyMap<string, Engineer>
  readonly label: string
  readonly onChoose: (ticketId: string) => void
}

const idsOf = (entries: readonly QueueEntry[]): string[] => entries.map((entry) => entry.ticket.id)

/** The tickets in their order. A row never moves under the pointer: what arrives above scrolls the list instead. */
export function QueueList(props: QueueListProps): ReactNode {
  const { entries, selectedId, now, policy, zone, me, engineers, label, onChoose } = props
  const scroller = useRef<HTMLDivElement>(null)
  const hovered = useRef(false)
  const selectedIndex = entries.findIndex((entry) => entry.ticket.id === selectedId)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => entries[index]?.ticket.id ?? index,
    overscan: 8,
    // The chosen row is drawn wherever it is: the list names it to screen readers.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return selectedIndex < 0 || drawn.includes(selectedIndex) ? drawn : [...drawn, selectedIndex].toSorted((a, b) => a - b)
    },
  })

  const before = useRef(entries)
  useLayoutEffect(() => {
    const element = scroller.current
    const previous = before.current
    before.current = entries
    if (element === null || previous === entries) return
    if (!hovered.current && element.scrollTop === 0) return
    element.scrollTop += ROW_HEIGHT * anchorShift(idsOf(previous), idsOf(entries), Math.floor(element.scrollTop / ROW_HEIGHT))
  }, [entries])

  useEffect(() => {
    // Only a new choice scrolls; a row that moves because of others stays where the reader left the list.
    const index = before.current.findIndex((entry) => entry.ticket.id === selectedId)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [selectedId, virtualizer])

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={selectedIndex >= 0 && selectedId !== null ? `row-${selectedId}` : undefined}
      tabIndex={0}
      onPointerEnter={() => {
        hovered.current = true
      }}
      onPointerLeave={() => {
        hovered.current = false
      }}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((line) => {
          const entry = entries[line.index]
          if (entry === undefined) return null
          return (
            <div
              key={entry.ticket.id}
              role="presentation"
              className={styles.line}
              style={{ height: line.size, transform: `translateY(${String(line.start)}px)` }}
            >
              <QueueRow
                entry={entry}
                selected={entry.ticket.id === selectedId}
                now={now}
                policy={policy}
                zone={zone}
                me={me}
                initials={engineers.get(entry.ticket.assigneeId ?? '')?.initials ?? null}
                onChoose={onChoose}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
