import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface AccessAskedPageProps {
  readonly frame: PortalFrame
  /** As it was typed. */
  readonly email: string
  /** When to expect the access (R32). */
  readonly expectation: string
}

/** The one answer to whoever asks for access: it tells nobody who has it already (P43). */
export const AccessAskedPage = ({ frame, email, expectation }: AccessAskedPageProps) => (
  <PortalPage frame={frame} title="We have your request for access">
    <div className="narrow received">
      <svg className="received-mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="22" />
        <path d="m14 25 7 7 13-15" />
      </svg>
      <h1>We have your request for access</h1>
      <div className="promise">
        <h2>When to expect it</h2>
        <p>{expectation}</p>
      </div>
      <p>An engineer looks at it and calls if something is missing. What comes next is mailed to {email}.</p>
      <p className="quiet">Is your fax server down? Do not wait for access: call the tech line below.</p>
      <p>
        <a className="button" href="/sign-in">Back to signing in</a>
      </p>
    </div>
  </PortalPage>
)
