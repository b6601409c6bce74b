import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface SignInPageProps {
  readonly frame: PortalFrame
  /** Where to go afterwards, a path of this portal. */
  readonly next: string
  readonly email: string
  readonly problems: readonly FormProblem[]
  /** Why the person is here, when they did not come by themselves. */
  readonly notice: string | null
}

/** R10: e-mail address and password. */
export const SignInPage = ({ frame, next, email, problems, notice }: SignInPageProps) => (
  <PortalPage frame={frame} title="Sign in">
    <div className="narrow">
      <h1>Sign in</h1>
      <p className="lead">Submit a request and follow it until it is solved.</p>
      {notice !== null && <p className="notice" role="status">{notice}</p>}
      <FormProblems problems={problems} />
      <form method="post" action="/sign-in" className="card" noValidate>
        <FormToken value={frame.formToken} />
        <input type="hidden" name="next" value={next} />
        <Field name="email" label="E-mail address" problem={problemOf(problems, 'email')}>
          {(control) => <input {...control} type="email" autoComplete="username" inputMode="email" defaultValue={email} required />}
        </Field>
        <Field name="password" label="Password" problem={problemOf(problems, 'password')}>
          {(control) => <input {...control} type="password" autoComplete="current-password" required />}
        </Field>
        <button className="button button-wide" type="submit">Sign in</button>
      </form>
      <p className="center">
        <a href="/forgotten-password">Forgot my password</a>
      </p>
      <p className="quiet center">
        No access yet? <a href="/ask-for-access">Ask for access</a>
      </p>
    </div>
  </PortalPage>
)
