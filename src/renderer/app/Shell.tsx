import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { isUnacknowledgedUrgent } from '../../domain/alerts/isUnacknowledgedUrgent'
import { toZone } from '../../domain/calendar/time'
import { AccessScreen } from '../access/AccessScreen'
import { desk } from '../bridge/desk'
import { useAccessRequests } from '../cache/views/useAccessRequests'
import { useMe } from '../cache/views/useMe'
import { useOutbox } from '../cache/views/useOutbox'
import { usePolicy } from '../cache/views/usePolicy'
import { useQueue } from '../cache/views/useQueue'
import { HeldMailScreen } from '../heldMail/HeldMailScreen'
import { useHeldMailWatch } from '../heldMail/useHeldMailWatch'
import { PhoneTicket } from '../phone/PhoneTicket'
import { QueuePane } from '../queue/QueuePane'
import { SettingsScreen } from '../settings/SettingsScreen'
import { testTicketId } from '../settings/testTicketId'
import { SignInDialog } from '../signIn/SignInDialog'
import { useConnection } from '../sync/connectionStore'
import { NoTicket } from '../ticket/NoTicket'
import { ticketLabel } from '../ticket/ticketLabel'
import { TicketPane } from '../ticket/TicketPane'
import { useMay } from '../ticket/useMay'
import { Announcer } from './Announcer'
import { ConnectionStrip } from './ConnectionStrip'
import { handleKeyPress } from './keyDesk'
import { KeyList } from './KeyList'
import { useNavigation } from './navigationStore'
import { OutboxDialog } from './OutboxDialog'
import { Rail } from './Rail'
import { sayConnection } from './sayConnection'
import styles from './Shell.module.css'
import { StorageStrip } from './StorageStrip'
import { useKeys } from './useKeys'
import { useNow } from './useNow'

/** Ages of the connection are told in minutes. */
const TICK_MS = 15_000

/** From here on there is room for the customer file beside the ticket; below, it lies over it when asked for (TicketPane.module.css). */
const WIDE = '(width >= 1180px)'

/** The desk: the rail, the queue, the ticket beside it, and what lies over them. */
export function Shell(): ReactNode {
  const navigation = useNavigation()
  const { screen, ticketId, keysShown, outboxShown, signInShown, show, openTicket, setKeysShown, setOutboxShown, setSignInShown, phoneShown, setPhoneShown, setCustomerPanel, toggleCustomerPanel } = navigation
  const connection = useConnection()
  const { rows, ready } = useQueue()
  const { unsent, attention } = useOutbox()
  const heldMail = useHeldMailWatch()
  const access = useAccessRequests()
  const me = useMe()
  const policy = usePolicy()
  const mayLogCalls = useMay()('logPhoneTicket')
  const now = useNow(TICK_MS)
  const zone = me?.zone ?? policy?.values.officeZone ?? toZone('America/Chicago')
  const words = sayConnection(connection, unsent, zone, now)
  const urgent = useMemo(() => rows.filter((entry) => isUnacknowledgedUrgent(entry.ticket)), [rows])

  const labelOf = (id: string): string | null => {
    const found = rows.find((entry) => entry.ticket.id === id)
    return found === undefined ? null : ticketLabel(found.ticket)
  }

  useEffect(() => {
    window.addEventListener('keydown', handleKeyPress)
    return () => window.removeEventListener('keydown', handleKeyPress)
  }, [])
  useEffect(() => {
    const stopOpening = desk.on('openTicket', (wish) => (wish.ticketId === testTicketId ? show('settings') : openTicket(wish.ticketId)))
    const stopShowing = desk.on('show', (wish) => show(wish.screen))
    return () => {
      stopOpening()
      stopShowing()
    }
  }, [openTicket, show])
  useEffect(() => {
    const wide = window.matchMedia(WIDE)
    const follow = (): void => setCustomerPanel(wide.matches)
    follow()
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [setCustomerPanel])
  useKeys({
    goQueue: () => show('queue'),
    goAccess: () => show('access'),
    goHeldMail: () => show('heldMail'),
    goSettings: () => show('settings'),
    logPhoneTicket: mayLogCalls ? () => setPhoneShown(true) : undefined,
    showOutbox: () => setOutboxShown(true),
    showKeys: () => setKeysShown(true),
    customerPanel: toggleCustomerPanel,
  })

  return (
    <div className={styles.shell}>
      <StorageStrip />
      <ConnectionStrip strip={words.strip} unsent={unsent} onSignIn={() => setSignInShown(true)} onShowOutbox={() => setOutboxShown(true)} />
      <div className={styles.desk}>
        <Rail
          screen={screen}
          me={me}
          phase={connection.phase}
          words={words}
          urgent={urgent.length}
          unsent={unsent}
          access={access === 'loading' ? 0 : access.open.length}
          heldMail={heldMail}
          attention={attention.length}
          onShow={show}
          onLogCall={mayLogCalls ? () => setPhoneShown(true) : null}
          onShowKeys={() => setKeysShown(true)}
          onShowOutbox={() => setOutboxShown(true)}
        />
        {screen === 'settings' ? <SettingsScreen /> : null}
        {screen === 'access' ? <AccessScreen /> : null}
        {screen === 'heldMail' ? <HeldMailScreen /> : null}
        {screen === 'queue' ? (
          <main className={styles.queue} aria-label="Queue and ticket">
            <QueuePane />
            {ticketId === null ? <NoTicket /> : <TicketPane ticketId={ticketId} />}
          </main>
        ) : null}
      </div>
      {ready ? <Announcer connection={words.word} urgent={urgent} openTicketId={ticketId} onOpen={openTicket} /> : null}
      <KeyList open={keysShown} onClose={() => setKeysShown(false)} />
      {outboxShown ? <OutboxDialog now={now} zone={zone} ticketLabel={labelOf} onOpenTicket={openTicket} onOpenAccess={() => show('access')} onClose={() => setOutboxShown(false)} /> : null}
      {phoneShown && me !== null ? <PhoneTicket me={me} now={now} onClose={() => setPhoneShown(false)} /> : null}
      {signInShown ? <SignInDialog onClose={() => setSignInShown(false)} /> : null}
    </div>
  )
}
