import { FilterX, Inbox, RefreshCw } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { toZone } from '../../domain/calendar/time'
import { useKeys } from '../app/useKeys'
import { useNavigation } from '../app/navigationStore'
import { useNow } from '../app/useNow'
import { useEngineers } from '../cache/views/useEngineers'
import { useMe } from '../cache/views/useMe'
import { usePolicy } from '../cache/views/usePolicy'
import { useQueue } from '../cache/views/useQueue'
import { Blank } from '../ui/Blank'
import { Button } from '../ui/Button'
import { FirstSync } from './FirstSync'
import { matchesFilter } from './matchesFilter'
import { moveSelection } from './moveSelection'
import { QueueList } from './QueueList'
import styles from './QueuePane.module.css'
import { QueueSearch } from './QueueSearch'
import { useQueueStore } from './queueStore'
import { QueueTabs } from './QueueTabs'
import { isInView, queueViewNames, queueViews } from './queueViews'
import type { QueueView } from './queueViews'

/** Clocks of the list are told in whole minutes. */
const TICK_MS = 15_000

const emptyWords: Readonly<Record<QueueView, { readonly title: string; readonly text: string }>> = {
  all: { title: 'Nothing is open', text: 'New requests appear here by themselves, the most pressing first.' },
  unassigned: { title: 'Everything has somebody', text: 'A request without an engineer would be listed here.' },
  mine: { title: 'Nothing is yours yet', text: 'Choose a ticket and press c to claim it.' },
  waiting: { title: 'Nobody is being waited for', text: 'Tickets that wait for their customer are listed here.' },
}

/** The column of the queue: views, filter and the list. */
export function QueuePane(): ReactNode {
  const { rows, ready } = useQueue()
  const policy = usePolicy()
  const me = useMe()
  const engineers = useEngineers()
  const now = useNow(TICK_MS)
  const { view, filter, setView, setFilter, moveView } = useQueueStore()
  const { ticketId, openTicket } = useNavigation()
  const input = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)
  const myId = me?.id ?? null

  const counts = useMemo(() => {
    const found = rows.filter((entry) => matchesFilter(entry, filter))
    return Object.fromEntries(
      queueViews.map((name) => [name, found.filter((entry) => isInView(entry.ticket, name, myId)).length]),
    ) as Record<QueueView, number>
  }, [rows, filter, myId])
  const entries = useMemo(
    () => rows.filter((entry) => isInView(entry.ticket, view, myId) && matchesFilter(entry, filter)),
    [rows, view, filter, myId],
  )

  const focusList = (): void => pane.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  const move = (step: 1 | -1): void => {
    const next = moveSelection(entries.map((entry) => entry.ticket.id), ticketId, step)
    if (next !== null) openTicket(next)
    focusList()
  }
  useKeys({
    nextTicket: () => move(1),
    previousTicket: () => move(-1),
    filter: () => input.current?.focus(),
    nextView: () => moveView(1),
    previousView: () => moveView(-1),
    back: focusList,
  })

  return (
    <section ref={pane} className={styles.pane} aria-label="Queue">
      <header className={styles.header}>
        <div className={styles.titleRow}>
          <h1 className={styles.title}>Queue</h1>
          <QueueSearch inputRef={input} value={filter} onChange={setFilter} onLeave={focusList} />
        </div>
        <QueueTabs view={view} counts={counts} onChange={setView} />
      </header>
      {entries.length > 0 ? (
        <QueueList
          entries={entries}
          selectedId={ticketId}
          now={now}
          policy={policy}
          zone={me?.zone ?? policy?.values.officeZone ?? toZone('America/Chicago')}
          me={myId}
          engineers={engineers}
          label={`${queueViewNames[view]}, ${String(entries.length)} tickets`}
          onChoose={openTicket}
        />
      ) : null}
      {entries.length === 0 && !ready ? <FirstSync /> : null}
      {entries.length === 0 && ready && filter !== '' ? (
        <Blank
          icon={FilterX}
          title={`Nothing here matches “${filter}”`}
          actions={
            <Button icon={RefreshCw} onClick={() => setFilter('')}>
              Show all again
            </Button>
          }
        >
          Looked in numbers, briefs, customers and people of “{queueViewNames[view]}”.
        </Blank>
      ) : null}
      {entries.length === 0 && ready && filter === '' ? (
        <Blank icon={Inbox} title={emptyWords[view].title}>
          {emptyWords[view].text}
        </Blank>
      ) : null}
    </section>
  )
}
