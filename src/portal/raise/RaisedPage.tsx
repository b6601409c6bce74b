import type { Waking } from '../confirmation/WakingNote'
import { WakingNote } from '../confirmation/WakingNote'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import type { Priority } from '../../domain/ticket/ticket'
import { PriorityMark } from '../requests/PriorityMark'

export interface RaisedPageProps {
  readonly frame: PortalFrame
  readonly number: number
  readonly brief: string
  /** What the queue goes by: a test server's request stays below Urgent (R46). */
  readonly priority: Priority
  /** When to expect the call; null when nothing is open any more. */
  readonly expectation: string | null
  readonly waking: Waking | null
  /** Where the confirmation by mail went; null when it was not the reader who raised it. */
  readonly email: string | null
}

/** What a customer reads right after raising: who was woken, or why nobody (R70). */
export const RaisedPage = ({ frame, number, brief, priority, expectation, waking, email }: RaisedPageProps) => (
  <PortalPage frame={frame} title={`Request #${number} raised to Urgent`} here="requests">
    <div className="narrow received">
      <p className="line-number">Request #{number}</p>
      <h1>You raised it to Urgent</h1>
      <p className="received-brief">{brief}</p>
      <p className="marks">
        <PriorityMark priority={priority} />
      </p>
      {expectation !== null && (
        <div className="promise">
          <h2>When to expect us</h2>
          <p>{expectation}</p>
        </div>
      )}
      {waking !== null && <WakingNote waking={waking} />}
      {email !== null && <p className="quiet">A confirmation is on its way to {email}.</p>}
      <p className="actions">
        <a className="button" href={`/requests/${number}`}>Open the request</a>
        <a className="button button-plain" href="/requests">All requests</a>
      </p>
    </div>
  </PortalPage>
)
