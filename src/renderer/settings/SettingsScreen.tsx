import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useNavigation } from '../app/navigationStore'
import { toZone } from '../../domain/calendar/time'
import { useKeys } from '../app/useKeys'
import { useNow } from '../app/useNow'
import { useCopyCheck } from '../cache/views/useCopyCheck'
import { useMe } from '../cache/views/useMe'
import { useSession } from '../session/useSession'
import { Choice } from '../ui/Choice'
import { Toggle } from '../ui/Toggle'
import { AboutDesk } from './AboutDesk'
import { AccountSettings } from './AccountSettings'
import { AlertOutcomes } from './AlertOutcomes'
import { BackendSettings } from './BackendSettings'
import { CopyCheckLine } from './CopyCheckLine'
import { DeviceList } from './DeviceList'
import { DeviceName } from './DeviceName'
import { NotificationTest } from './NotificationTest'
import { SessionLine } from './SessionLine'
import { SettingsSection } from './SettingsSection'
import styles from './SettingsScreen.module.css'
import { useSettings } from './settingsStore'
import { TroubleReport } from './TroubleReport'

/** Times seen are told in minutes. */
const TICK_MS = 60_000

/** Everything one can set on this installation. Each change is kept at once; there is no button to save. */
export function SettingsScreen(): ReactNode {
  const { settings, read, write } = useSettings()
  const { phase, storage } = useSession()
  const me = useMe()
  const copyCheck = useCopyCheck()
  const now = useNow(TICK_MS)
  const show = useNavigation((state) => state.show)
  useEffect(() => void read(), [read])
  useKeys({ back: () => show('queue') })
  return (
    <main className={styles.screen} aria-label="Settings">
      <div className={styles.column}>
        <h1 className={styles.title}>Settings</h1>
        {settings === null ? null : (
          <>
            <SettingsSection title="You" text="Signing out keeps what is cached and what is not sent yet on this desk.">
              <AccountSettings signedIn={phase === 'signedIn'} />
            </SettingsSection>
            <SettingsSection title="Looks" text="The desk follows the system unless you say otherwise.">
              <Choice
                label="Theme"
                layout="line"
                value={settings.theme}
                onChange={(theme) => void write({ theme })}
                options={[
                  { value: 'system', name: 'As the system' },
                  { value: 'light', name: 'Light' },
                  { value: 'dark', name: 'Dark' },
                ]}
              />
            </SettingsSection>
            <SettingsSection title="Interruptions" text="One notification for each Urgent ticket nobody has acknowledged. It goes away when anybody acknowledges.">
              <Toggle
                label="Notify of Urgent tickets"
                detail="The count in the tray stays in any case."
                checked={settings.notifications.urgent}
                onChange={(urgent) => void write({ notifications: { ...settings.notifications, urgent } })}
              />
              <Toggle
                label="With sound"
                checked={settings.notifications.sound}
                onChange={(sound) => void write({ notifications: { ...settings.notifications, sound } })}
              />
              <NotificationTest />
              <AlertOutcomes />
            </SettingsSection>
            <SettingsSection title="Backend" text="Where the tickets live. Changing it reloads the desk; each backend has its own cache and outbox.">
              <BackendSettings />
            </SettingsSection>
            <SettingsSection title="This desk" text="Colleagues and the log know this desk by its name.">
              <DeviceName name={settings.deviceName} onSave={(deviceName) => void write({ deviceName })} />
              <Toggle
                label="Start in the tray"
                detail="The window stays closed until you open it; the desk syncs and notifies."
                checked={settings.startHidden}
                onChange={(startHidden) => void write({ startHidden })}
              />
              {phase === 'signedIn' ? <SessionLine storage={storage} /> : null}
              <AboutDesk />
            </SettingsSection>
            {phase === 'signedIn' ? (
              <SettingsSection title="Desks" text="A revoked desk signs out and removes what it has cached at its next contact. What was not sent yet is kept there for its engineer.">
                <DeviceList deviceId={settings.deviceId} engineerId={me?.id ?? null} now={now} zone={me?.zone ?? toZone('America/Chicago')} />
              </SettingsSection>
            ) : null}
            <SettingsSection title="Trouble" text="What failed without anybody waiting for it. Copy it when you ask for help.">
              <CopyCheckLine check={copyCheck} zone={me?.zone ?? toZone('America/Chicago')} now={now} />
              <TroubleReport />
            </SettingsSection>
          </>
        )}
      </div>
    </main>
  )
}
