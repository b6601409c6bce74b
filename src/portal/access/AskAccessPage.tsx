import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

/** What the person typed so far; kept over an error. */
export interface AskAccessDraft {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly company: string
  readonly primaryContact: string
}

export interface AskAccessPageProps {
  readonly frame: PortalFrame
  readonly draft: AskAccessDraft
  /** The same id twice is one request: a double click is harmless. */
  readonly submissionId: string
  readonly problems: readonly FormProblem[]
}

/** Nobody sees or reaches it, so what fills it in is a machine. */
const Trap = () => (
  <div className="trap" aria-hidden="true">
    <label htmlFor="topic">Please leave this empty</label>
    <input id="topic" name="topic" type="text" tabIndex={-1} autoComplete="off" defaultValue="" />
  </div>
)

/** Asks for access without having any (R33): who it is for, and who at the company could say yes. */
export const AskAccessPage = ({ frame, draft, submissionId, problems }: AskAccessPageProps) => (
  <PortalPage frame={frame} title={problems.length > 0 ? 'Please check your request for access' : 'Ask for access'}>
    <div className="narrow">
      <h1>Ask for access</h1>
      <p className="lead">Your primary RightFax contact can have you added. If you do not know who that is, or they are away, ask us here.</p>
      <p>We give you temporary access and ask the primary contact of your company to confirm it.</p>
      <FormProblems problems={problems} />
      <form method="post" action="/ask-for-access" className="card" noValidate>
        <FormToken value={frame.formToken} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <Field name="name" label="Your name" problem={problemOf(problems, 'name')}>
          {(control) => <input {...control} type="text" autoComplete="name" maxLength={120} defaultValue={draft.name} required />}
        </Field>
        <Field name="phone" label="Contact number" hint="With area code, and an extension if you have one." problem={problemOf(problems, 'phone')}>
          {(control) => <input {...control} type="tel" autoComplete="tel" maxLength={60} defaultValue={draft.phone} required />}
        </Field>
        <Field name="email" label="E-mail address" hint="At your company; you will sign in with it." problem={problemOf(problems, 'email')}>
          {(control) => <input {...control} type="email" autoComplete="email" inputMode="email" maxLength={254} defaultValue={draft.email} required />}
        </Field>
        <Field name="company" label="Company" problem={problemOf(problems, 'company')}>
          {(control) => <input {...control} type="text" autoComplete="organization" maxLength={200} defaultValue={draft.company} required />}
        </Field>
        <Field
          name="primaryContact"
          label="Primary RightFax contact"
          optional
          hint="Who it is and how to reach them, or that you do not know."
          problem={problemOf(problems, 'primaryContact')}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={draft.primaryContact} />}
        </Field>
        <Trap />
        <button className="button button-wide" type="submit">Ask for access</button>
      </form>
      <p className="center">
        <a href="/sign-in">Back to signing in</a>
      </p>
    </div>
  </PortalPage>
)
