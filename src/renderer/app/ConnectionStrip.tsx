import { CloudOff, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { Banner } from '../ui/Banner'
import { Button } from '../ui/Button'
import type { ConnectionWords } from './sayConnection'

interface ConnectionStripProps {
  readonly strip: ConnectionWords['strip']
  readonly onSignIn: () => void
  readonly onShowOutbox: () => void
  readonly unsent: number
}

/** The line above the desk while it is cut off: since when, how old the view is, what waits to be sent. */
export function ConnectionStrip({ strip, onSignIn, onShowOutbox, unsent }: ConnectionStripProps): ReactNode {
  if (strip === null) return null
  const signedOut = strip.tone === 'accent'
  return (
    <section aria-label="Connection">
      <Banner
        shape="strip"
        tone={strip.tone}
        icon={signedOut ? LogIn : CloudOff}
        title={strip.title}
        actions={
          <>
            {unsent > 0 ? (
              <Button size="small" look="quiet" onClick={onShowOutbox}>
                Show them
              </Button>
            ) : null}
            {signedOut ? (
              <Button size="small" look="primary" onClick={onSignIn}>
                Sign in
              </Button>
            ) : null}
          </>
        }
      >
        {strip.text}
      </Banner>
    </section>
  )
}
