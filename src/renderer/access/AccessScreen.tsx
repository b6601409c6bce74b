import { Lock, UserCheck } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { sayMoment } from '../../domain/calendar/sayTime'
import { toZone } from '../../domain/calendar/time'
import { useNavigation } from '../app/navigationStore'
import { useKeys } from '../app/useKeys'
import { useNow } from '../app/useNow'
import { useAccessRequests } from '../cache/views/useAccessRequests'
import type { AccessEntry } from '../cache/views/useAccessRequests'
import { useMe } from '../cache/views/useMe'
import { useOutbox } from '../cache/views/useOutbox'
import { usePolicy } from '../cache/views/usePolicy'
import { useCommands } from '../outbox/useCommands'
import { FirstSync } from '../queue/FirstSync'
import { RefusedIntentCard } from '../ticket/RefusedIntentCard'
import { reportSaved } from '../ticket/reportSaved'
import { useMay } from '../ticket/useMay'
import { useRefusedActions } from '../ticket/useRefusedActions'
import { Blank } from '../ui/Blank'
import { ReasonDialog } from '../ui/ReasonDialog'
import { AccessCard } from './AccessCard'
import styles from './AccessScreen.module.css'
import { GrantDialog } from './GrantDialog'

/** Clocks are told in whole minutes. */
const TICK_MS = 15_000

/** Requests for access to the portal: a list of their own, apart from the queue (R24, R32–R34). */
export function AccessScreen(): ReactNode {
  const list = useAccessRequests()
  const policy = usePolicy()
  const me = useMe()
  const may = useMay()
  const commands = useCommands()
  const { attention } = useOutbox()
  const actionsOn = useRefusedActions()
  const now = useNow(TICK_MS)
  const show = useNavigation((state) => state.show)
  const [granting, setGranting] = useState<AccessEntry | null>(null)
  const [denying, setDenying] = useState<AccessEntry | null>(null)
  const screen = useRef<HTMLElement>(null)
  const zone = me?.zone ?? policy?.values.officeZone ?? toZone('America/Chicago')

  const move = (step: 1 | -1): void => {
    const buttons = [...(screen.current?.querySelectorAll<HTMLElement>('article button:first-of-type:not(:disabled)') ?? [])]
    const at = buttons.findIndex((button) => button.closest('article')?.contains(document.activeElement))
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus()
  }
  useKeys({ back: () => show('queue'), nextTicket: () => move(1), previousTicket: () => move(-1) })

  const card = (entry: AccessEntry): ReactNode =>
    policy === null ? null : (
      <li key={entry.request.id}>
        <AccessCard
          entry={entry}
          now={now}
          zone={zone}
          policy={policy}
          mayGrant={may('grantAccess')}
          mayDeny={may('denyAccess')}
          onGrant={() => setGranting(entry)}
          onDeny={() => setDenying(entry)}
        />
      </li>
    )

  const body = (): ReactNode => {
    if (me !== null && !may('readAccessRequests')) return <Blank icon={Lock} title="Not for your role">Access is looked after by the HelpDesk, the support manager, account managers and administrators.</Blank>
    if (list === 'loading') return <FirstSync />
    const { open, decided } = list
    return (
      <>
        {open.length === 0 ? (
          <Blank icon={UserCheck} title="Nobody waits for access">
            Mail to {policy?.values.accessAddress ?? 'the access mailbox'} and requests from the portal appear here.
          </Blank>
        ) : (
          <ul className={styles.list} aria-label={`Open requests for access, ${String(open.length)}`}>
            {open.map(card)}
          </ul>
        )}
        {decided.length === 0 ? null : (
          <section className={styles.section} aria-labelledby="decided">
            <h2 id="decided" className={styles.heading}>
              Decided
            </h2>
            <ul className={styles.list}>{decided.map(card)}</ul>
          </section>
        )}
      </>
    )
  }

  return (
    <main ref={screen} className={styles.screen} aria-label="Access requests">
      <div className={styles.column}>
        <header>
          <h1 className={styles.title}>Access requests</h1>
          <p className={styles.text}>Who asks is not proven by the address a mail says it is from.</p>
        </header>
        {attention
          .filter(({ command }) => 'requestId' in command.args)
          .map((intent) => (
            <RefusedIntentCard key={intent.command.args.eventId} intent={intent} actions={actionsOn(intent)} sayAt={(at) => sayMoment(at, zone, now)} />
          ))}
        {body()}
      </div>
      {granting === null ? null : (
        <GrantDialog
          request={granting.request}
          onClose={() => setGranting(null)}
          onGrant={(given) => {
            void reportSaved('Access', commands.grantAccess({ requestId: granting.request.id, newContactId: crypto.randomUUID(), ...given }))
            setGranting(null)
          }}
        />
      )}
      <ReasonDialog
        open={denying !== null}
        title={denying?.request.state === 'open' ? 'Deny this request' : 'End this access'}
        description="The person is told by mail, with your reason."
        label="Why"
        submit={denying?.request.state === 'open' ? 'Deny' : 'End access'}
        onClose={() => setDenying(null)}
        onSubmit={(reason) => {
          if (denying !== null) void reportSaved('Denial', commands.denyAccess({ requestId: denying.request.id, reason }))
          setDenying(null)
        }}
      />
    </main>
  )
}
