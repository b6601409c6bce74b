import type { Priority } from '../../domain/ticket/ticket'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { PriorityMark } from './PriorityMark'
import type { RequestStatus } from './requestStatus'
import { StatusMark } from './StatusMark'

/** One line of the list; times are in words, in the customer's zone. */
export interface RequestLine {
  readonly number: number
  readonly brief: string
  readonly priority: Priority
  readonly status: RequestStatus
  readonly received: string
  readonly lastActivity: string
  /** Null when it is the reader's own. */
  readonly askedBy: string | null
}

export interface RequestListPageProps {
  readonly frame: PortalFrame
  readonly open: readonly RequestLine[]
  readonly done: readonly RequestLine[]
  /** Until when the reader's temporary access lasts (R34); null for access that lasts. */
  readonly standing: string | null
}

const Lines = ({ lines }: { readonly lines: readonly RequestLine[] }) => (
  <ul className="lines">
    {lines.map((line) => (
      <li key={line.number}>
        <a className="line" href={`/requests/${line.number}`}>
          <span className="line-main">
            <span className="line-number">#{line.number}</span>
            <span className="line-brief">{line.brief}</span>
            <span className="quiet line-times">
              Received {line.received}
              {line.lastActivity !== line.received && ` · last activity ${line.lastActivity}`}
              {line.askedBy !== null && ` · asked by ${line.askedBy}`}
            </span>
          </span>
          <span className="line-marks">
            <PriorityMark priority={line.priority} />
            <StatusMark status={line.status} />
          </span>
        </a>
      </li>
    ))}
  </ul>
)

/** The requests this person may see, open ones first. */
export const RequestListPage = ({ frame, open, done, standing }: RequestListPageProps) => (
  <PortalPage frame={frame} title="Requests" here="requests">
    <h1>Requests</h1>
    {standing !== null && <p className="promise">{standing} While it is temporary you see your own requests only.</p>}
    {open.length === 0 ? (
      <div className="empty">
        <p className="lead">Nothing is open.</p>
        <p>When something is wrong with your fax server, a request is the fastest way to an engineer.</p>
        <p>
          <a className="button" href="/requests/new">Submit a request</a>
        </p>
      </div>
    ) : (
      <Lines lines={open} />
    )}
    {done.length > 0 && (
      <section aria-labelledby="done">
        <h2 id="done">Solved</h2>
        <Lines lines={done} />
      </section>
    )}
  </PortalPage>
)
