import { ExternalLink, PlugZap } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { desk } from '../bridge/desk'
import { openLink } from '../customer/openLink'
import { BackendLine } from '../signIn/BackendLine'
import { backendSentence } from '../signIn/backendSentence'
import { useBackendDescription } from '../signIn/useBackendDescription'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { TextInput } from '../ui/TextInput'
import styles from './BackendSettings.module.css'
import { checkAddress } from './checkAddress'
import { useSettings } from './settingsStore'

type Mode = 'embedded' | 'remote'

/** Which backend the desk talks to. Main checks an address before it takes it. */
export function BackendSettings(): ReactNode {
  const { settings, read } = useSettings()
  const backend = useBackendDescription()
  const [mode, setMode] = useState<Mode>(settings?.backendUrl === null ? 'embedded' : 'remote')
  const [address, setAddress] = useState(settings?.backendUrl ?? '')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const state = backendSentence(backend)

  const connect = async (): Promise<void> => {
    const wrong = mode === 'remote' ? checkAddress(address) : null
    setRefused(wrong)
    if (wrong !== null) return
    setBusy(true)
    try {
      const outcome = await desk.backend.connect({ url: mode === 'embedded' ? null : address.trim() })
      setRefused(outcome.outcome === 'done' ? null : outcome.reason)
      await read()
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <Choice<Mode>
        label="Backend"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'embedded', name: 'On this computer', detail: 'The desk runs its own backend with its own database.' },
          { value: 'remote', name: 'On another computer', detail: 'The one your colleagues use too.' },
        ]}
      />
      {mode === 'remote' ? (
        <TextInput label="Address" placeholder="https://desk.example.com" spellCheck={false} value={address} onChange={(event) => setAddress(event.target.value)} error={refused} />
      ) : null}
      {mode === 'embedded' && refused !== null ? (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      ) : null}
      <div className={styles.foot}>
        <Button icon={PlugZap} type="submit" disabled={busy}>
          {busy ? 'Checking …' : 'Check and use'}
        </Button>
        <BackendLine tone={state.tone} sentence={state.sentence} />
      </div>
      {backend?.state === 'listening' && backend.url !== null ? <Addresses url={backend.url} smtpPort={backend.smtpPort} /> : null}
    </form>
  )
}

/** Where customers come in: the portal's address, and the port that takes mail when this desk runs the backend. */
function Addresses({ url, smtpPort }: { readonly url: string; readonly smtpPort: number | null }): ReactNode {
  return (
    <div className={styles.foot}>
      <Button icon={ExternalLink} look="quiet" onClick={() => void openLink(url)}>
        Open the customer portal
      </Button>
      <p className={styles.addresses}>
        {url}
        {smtpPort === null ? '' : ` · mail on port ${String(smtpPort)}`}
      </p>
    </div>
  )
}
