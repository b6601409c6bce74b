import { useEffect, useState } from 'react'
import type { BackendDescription } from '../../protocol/ipc/messages'
import { desk } from '../bridge/desk'

/** Where the backend is and how it fares, kept up to date; null until main has answered. */
export function useBackendDescription(): BackendDescription | null {
  const [description, setDescription] = useState<BackendDescription | null>(null)
  useEffect(() => {
    let listening = true
    const stop = desk.on('backendChanged', setDescription)
    desk.backend.describe().then(
      (answer) => {
        if (listening) setDescription((known) => known ?? answer)
      },
      (error: unknown) => {
        if (listening) setDescription({ mode: 'embedded', state: 'failed', url: null, smtpPort: null, demo: null, detail: String(error) })
      },
    )
    return () => {
      listening = false
      stop()
    }
  }, [])
  return description
}
