import type { Priority } from '../../domain/ticket/ticket'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { PriorityMark } from '../requests/PriorityMark'
import type { Waking } from './WakingNote'
import { WakingNote } from './WakingNote'

export interface ConfirmationPageProps {
  readonly frame: PortalFrame
  readonly number: number
  readonly brief: string
  readonly priority: Priority
  /** When to expect the callback, and why then (R30, R72). */
  readonly expectation: string
  /** Whom the request reaches after hours, or why nobody is woken (R30, R72, R80); null when it was not asked. */
  readonly waking: Waking | null
  readonly fileCount: number
  /** Where the confirmation by mail goes. */
  readonly email: string
}

/** What a customer reads right after submitting. */
export const ConfirmationPage = ({ frame, number, brief, priority, expectation, waking, fileCount, email }: ConfirmationPageProps) => (
  <PortalPage frame={frame} title={`Request #${number} received`} here="submit">
    <div className="narrow received">
      <svg className="received-mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r="22" />
        <path d="m14 25 7 7 13-15" />
      </svg>
      <p className="line-number">Request #{number}</p>
      <h1>We have your request</h1>
      <p className="received-brief">{brief}</p>
      <p className="marks">
        <PriorityMark priority={priority} />
        {fileCount > 0 && <span className="quiet">{fileCount === 1 ? '1 attachment' : `${fileCount} attachments`}</span>}
      </p>
      <div className="promise">
        <h2>When to expect us</h2>
        <p>{expectation}</p>
      </div>
      {waking !== null && <WakingNote waking={waking} />}
      <p className="quiet">A confirmation is on its way to {email}.</p>
      <p className="actions">
        <a className="button" href={`/requests/${number}`}>Open the request</a>
        <a className="button button-plain" href="/requests">All requests</a>
      </p>
    </div>
  </PortalPage>
)
