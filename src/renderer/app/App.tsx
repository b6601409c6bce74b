import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useSession } from '../session/useSession'
import { SettingsScreen } from '../settings/SettingsScreen'
import { useSettings } from '../settings/settingsStore'
import { SignInScreen } from '../signIn/SignInScreen'
import { Toaster } from '../ui/Toaster'
import { useNavigation } from './navigationStore'
import { Shell } from './Shell'

/** A short wait before a tooltip, in milliseconds: long enough not to follow the pointer about. */
const TOOLTIP_DELAY_MS = 350

/** The root: theme, and the desk; only where nobody ever signed in is there nothing but the sign-in. */
export function App(): ReactNode {
  const { engineer, phase } = useSession()
  const read = useSettings((state) => state.read)
  const screen = useNavigation((state) => state.screen)
  useEffect(() => void read(), [read])
  const unknownDesk = phase === 'signedOut' && engineer === null
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={TOOLTIP_DELAY_MS}>
        {unknownDesk ? screen === 'settings' ? <SettingsScreen /> : <SignInScreen /> : null}
        {unknownDesk ? null : <Shell />}
        <Toaster />
      </Tooltip.Provider>
    </CSPProvider>
  )
}
