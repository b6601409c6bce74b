import { CloudOff, Lock, MailCheck, MailQuestion, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { toZone } from '../../domain/calendar/time'
import type { HeldMail, HeldMailOutcome } from '../../protocol/intake/heldMail'
import { useNavigation } from '../app/navigationStore'
import { useKeys } from '../app/useKeys'
import { useNow } from '../app/useNow'
import { useMe } from '../cache/views/useMe'
import { usePolicy } from '../cache/views/usePolicy'
import { useConnection } from '../sync/connectionStore'
import { useMay } from '../ticket/useMay'
import { Banner } from '../ui/Banner'
import { Blank } from '../ui/Blank'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { sayToast } from '../ui/sayToast'
import { HeldMailCard } from './HeldMailCard'
import { useHeldMail } from './heldMailStore'
import styles from './HeldMailScreen.module.css'

/** Moments are told in minutes. */
const TICK_MS = 30_000

/** Mail that became no ticket: bounces, answers of machines, floods, and what could not be read (P36, P37). */
export function HeldMailScreen(): ReactNode {
  const { mails, waiting, trouble, busy, load, release, discard } = useHeldMail()
  const { show, openTicket } = useNavigation()
  const { phase } = useConnection()
  const [discarding, setDiscarding] = useState<HeldMail | null>(null)
  const me = useMe()
  const policy = usePolicy()
  const may = useMay()
  const now = useNow(TICK_MS)
  const zone = me?.zone ?? policy?.values.officeZone ?? toZone('America/Chicago')
  const mayRead = may('readQuarantine')
  useKeys({ back: () => show('queue') })

  const tell = (outcome: HeldMailOutcome | null): void => {
    if (outcome === null) return
    const { ticket, sentence } = outcome
    sayToast({
      title: outcome.outcome === 'before' ? 'Somebody was faster' : outcome.outcome === 'released' ? 'Released' : 'Discarded',
      text: sentence,
      ...(ticket === null ? {} : { action: { label: `Open #${ticket.number}`, run: () => openTicket(ticket.id) } }),
    })
  }

  const body = (): ReactNode => {
    if (!mayRead) return <Blank icon={Lock} title="Not for your role">Held mail is looked after by the HelpDesk, the support manager and administrators.</Blank>
    if (mails === null) {
      return phase === 'live' && trouble === null ? (
        <p role="status" className={styles.loading}>
          Reading held mail…
        </p>
      ) : (
        <Blank icon={CloudOff} title="Held mail cannot be read now">{trouble ?? 'It is kept at the backend and shown when the desk is live.'}</Blank>
      )
    }
    if (mails.length === 0) return <Blank icon={MailCheck} title="No mail is held">Every mail became a ticket or a message on one.</Blank>
    return (
      <ul className={styles.list}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <HeldMailCard
              mail={mail}
              now={now}
              zone={zone}
              busy={busy === mail.id}
              mayRelease={may('releaseQuarantine')}
              mayDiscard={may('discardQuarantine')}
              onRelease={(as) => void release(mail.id, as).then(tell)}
              onDiscard={() => setDiscarding(mail)}
            />
          </li>
        ))}
      </ul>
    )
  }

  return (
    <main className={styles.screen} aria-label="Held mail">
      <div className={styles.column}>
        <header className={styles.header}>
          <div>
            <h1 className={styles.title}>Held mail</h1>
            <p className={styles.text}>Mail that became no ticket. What it says of itself is not proven.</p>
          </div>
          <Button size="small" icon={RefreshCw} disabled={!mayRead || phase !== 'live'} onClick={() => void load()}>
            Look again
          </Button>
        </header>
        {mails !== null && (trouble !== null || phase !== 'live') ? (
          <Banner tone="soon" icon={CloudOff} title={trouble ?? 'The desk is not live.'}>
            This is how it was when it was last read.
          </Banner>
        ) : null}
        {body()}
        {mails !== null && waiting > mails.length ? (
          <Banner tone="neutral" icon={MailQuestion} title={`${waiting - mails.length} older ones are not listed yet`}>
            They come up as these are dealt with.
          </Banner>
        ) : null}
      </div>
      <ReasonDialog
        open={discarding !== null}
        title="Discard this mail"
        description="It stays stored with your reason, and nobody is told."
        label="Why"
        submit="Discard"
        onClose={() => setDiscarding(null)}
        onSubmit={(reason) => {
          if (discarding !== null) void discard(discarding.id, reason).then(tell)
          setDiscarding(null)
        }}
      />
    </main>
  )
}
