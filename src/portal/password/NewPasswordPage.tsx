import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface NewPasswordPageProps {
  readonly frame: PortalFrame
  /** The link's token, sent back with the form. */
  readonly token: string
  /** Whose password it is; a password manager files it under this name. */
  readonly email: string
  readonly problems: readonly FormProblem[]
}

/** Choosing a new password with a mailed link (R35). What was typed is not shown again. */
export const NewPasswordPage = ({ frame, token, email, problems }: NewPasswordPageProps) => (
  <PortalPage frame={frame} title="New password">
    <div className="narrow">
      <h1>Choose a new password</h1>
      <p className="lead">For {email}. It signs you out everywhere else.</p>
      <FormProblems problems={problems} />
      <form method="post" action="/new-password" className="card" noValidate>
        <FormToken value={frame.formToken} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field
          name="password"
          label="New password"
          hint="At least 12 characters. A few words that do not belong together are easy to remember and hard to guess."
          problem={problemOf(problems, 'password')}
        >
          {(control) => <input {...control} type="password" autoComplete="new-password" required />}
        </Field>
        <Field name="again" label="The same once more" problem={problemOf(problems, 'again')}>
          {(control) => <input {...control} type="password" autoComplete="new-password" required />}
        </Field>
        <button className="button button-wide" type="submit">Set this password</button>
      </form>
    </div>
  </PortalPage>
)
