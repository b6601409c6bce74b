import type { Priority } from '../../domain/ticket/ticket'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { Conversation } from './Conversation'
import type { ConversationEntry } from './Conversation'
import { PriorityMark } from './PriorityMark'
import { ReplyForm } from './ReplyForm'
import type { ReplyFormProps } from './ReplyForm'
import type { RequestStatus } from './requestStatus'
import { StatusMark } from './StatusMark'

/** A request as its customer sees it: never notes, calls of others, or what happens inside the firm. */
export interface RequestView {
  readonly number: number
  readonly brief: string
  readonly priority: Priority
  readonly status: RequestStatus
  /** What was promised or has been kept: one sentence, or null when nothing is open. */
  readonly promise: string | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly entries: readonly ConversationEntry[]
}

export interface RequestPageProps {
  readonly frame: PortalFrame
  readonly request: RequestView
  readonly reply: Omit<ReplyFormProps, 'number' | 'formToken'>
  readonly notice: string | null
  /** Whether the reader can raise it to Urgent (R70). */
  readonly mayRaise: boolean
}

/** One request: where it stands, what was said, and the way to say more. */
export const RequestPage = ({ frame, request, reply, notice, mayRaise }: RequestPageProps) => (
  <PortalPage frame={frame} title={`#${request.number} ${request.brief}`} here="requests" sendsFiles>
    <p className="back">
      <a href="/requests">← All requests</a>
    </p>
    <div className="with-aside">
      <div>
        <p className="line-number">Request #{request.number}</p>
        <h1>{request.brief}</h1>
        <p className="marks">
          <PriorityMark priority={request.priority} />
          <StatusMark status={request.status} />
        </p>
        {notice !== null && <p className="notice" role="status">{notice}</p>}
        {request.promise !== null && <p className="promise">{request.promise}</p>}
        <Conversation number={request.number} entries={request.entries} />
        <ReplyForm number={request.number} formToken={frame.formToken} {...reply} />
      </div>
      <aside aria-label="About this request" className="panel">
        <dl className="facts">
          {request.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {mayRaise && (
          <div className="raise">
            <h2>Has faxing stopped?</h2>
            <p className="quiet">You can raise this request to Urgent. First you read what that means and whom it wakes.</p>
            <a className="button button-plain button-wide" href={`/requests/${request.number}/raise`}>Raise to Urgent</a>
          </div>
        )}
      </aside>
    </div>
  </PortalPage>
)
