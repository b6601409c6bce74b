import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface LinkMailedPageProps {
  readonly frame: PortalFrame
  /** As it was typed. */
  readonly email: string
  /** How long a link works, in real minutes. */
  readonly linkMinutes: number
}

/** The one answer to whoever asks for a link: it tells nobody who has access (P43). */
export const LinkMailedPage = ({ frame, email, linkMinutes }: LinkMailedPageProps) => (
  <PortalPage frame={frame} title="Look into your mailbox">
    <div className="narrow">
      <h1>Look into your mailbox</h1>
      <p className="lead">If {email} belongs to somebody with access to this portal, a mail with a link is on its way.</p>
      <p>The link works once, for {linkMinutes} minutes.</p>
      <p className="quiet">
        Nothing there after a few minutes? Look among the junk mail and check the address above. Otherwise write to{' '}
        <a href={`mailto:${frame.supportQuestions.email}`}>{frame.supportQuestions.email}</a> or call the tech line below.
      </p>
      <p>
        <a className="button" href="/sign-in">Back to signing in</a>
      </p>
    </div>
  </PortalPage>
)
