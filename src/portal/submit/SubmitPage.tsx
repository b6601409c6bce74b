import { requestForm } from '../../domain/intake/requestForm'
import type { AnswerBy, Environment, Priority } from '../../domain/ticket/ticket'
import { AttachmentField } from '../form/AttachmentField'
import { Choice } from '../form/Choice'
import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { PriorityChoice } from './PriorityChoice'

/** What the person typed so far; kept over an error. */
export interface SubmitDraft {
  readonly priority: Priority
  readonly brief: string
  readonly detail: string
  readonly environment: Environment
  readonly answerBy: AnswerBy
}

export interface SubmitPageProps {
  readonly frame: PortalFrame
  readonly draft: SubmitDraft
  /** The same id twice opens one ticket: a double click is harmless. */
  readonly submissionId: string
  readonly problems: readonly FormProblem[]
  readonly urgentAfterHours: string
  /** `Open now, until 17:00 CT` or when it opens. */
  readonly openNow: string
  /** The contract in words: `24×7 until 31 Dec 2026`. */
  readonly contract: string
}

const Situation = ({ draft }: { readonly draft: SubmitDraft }) => (
  <div className="field-pair">
    <fieldset className="field">
      <legend>Which server is it about?</legend>
      <div className="choices">
        <Choice name="environment" value="production" chosen={draft.environment === 'production'} title="Production" />
        <Choice name="environment" value="test" chosen={draft.environment === 'test'} title="Test" />
        <Choice name="environment" value="unknown" chosen={draft.environment === 'unknown'} title="Neither, or not sure" />
      </div>
    </fieldset>
    <fieldset className="field">
      <legend>How shall we answer?</legend>
      <div className="choices">
        <Choice name="answerBy" value="phone" chosen={draft.answerBy === 'phone'} title="Call me back" />
        <Choice name="answerBy" value="email" chosen={draft.answerBy === 'email'} title="Write me an e-mail" />
      </div>
    </fieldset>
  </div>
)

const Aside = ({ frame, openNow, contract }: Pick<SubmitPageProps, 'frame' | 'openNow' | 'contract'>) => (
  <aside className="panel" aria-label="What happens next">
    <h2>What happens next</h2>
    <ol className="steps">
      <li>Your request is on every engineer’s desk the moment you submit it.</li>
      <li>An engineer takes it and contacts you as you asked.</li>
      <li>You follow it here and by e-mail until it is solved.</li>
    </ol>
    <dl className="facts">
      <div>
        <dt>HelpDesk</dt>
        <dd>{openNow}</dd>
      </div>
      <div>
        <dt>Hours</dt>
        <dd>{frame.hours}</dd>
      </div>
      <div>
        <dt>Your support contract</dt>
        <dd>{contract}</dd>
      </div>
    </dl>
  </aside>
)

/** The submit form (R10). */
export const SubmitPage = ({ frame, draft, submissionId, problems, urgentAfterHours, openNow, contract }: SubmitPageProps) => (
  <PortalPage frame={frame} title={problems.length > 0 ? 'Please check your request' : 'Submit a request'} here="submit" sendsFiles>
    <h1>Submit a request</h1>
    <div className="with-aside">
      <form method="post" action="/requests" encType="multipart/form-data" className="card" noValidate>
        <FormProblems problems={problems} />
        <FormToken value={frame.formToken} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <PriorityChoice chosen={draft.priority} problem={problemOf(problems, 'priority')} urgentAfterHours={urgentAfterHours} />
        <Field
          name="brief"
          label={requestForm.brief.label}
          problem={problemOf(problems, 'brief')}
          hint="One line engineers read first. If your server is down, say “down”."
        >
          {(control) => <input {...control} type="text" maxLength={200} defaultValue={draft.brief} required />}
        </Field>
        <Field
          name="detail"
          label={requestForm.detail.label}
          optional={!requestForm.detail.required}
          problem={problemOf(problems, 'detail')}
          hint="Since when, what changed, which direction (inbound, outbound), error messages, how many people are affected."
        >
          {(control) => <textarea {...control} rows={8} defaultValue={draft.detail} />}
        </Field>
        <Situation draft={draft} />
        <AttachmentField problem={problemOf(problems, 'attachments')} chooseAgain={problems.length > 0} />
        <button className="button" type="submit">Submit request</button>
      </form>
      <Aside frame={frame} openNow={openNow} contract={contract} />
    </div>
  </PortalPage>
)
