import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'

export interface ForgottenPageProps {
  readonly frame: PortalFrame
  readonly email: string
  readonly problems: readonly FormProblem[]
}

/** Asks for the address that a link for a new password goes to (R35). */
export const ForgottenPage = ({ frame, email, problems }: ForgottenPageProps) => (
  <PortalPage frame={frame} title="Forgotten password">
    <div className="narrow">
      <h1>Forgot your password?</h1>
      <p className="lead">We mail you a link to choose a new one.</p>
      <FormProblems problems={problems} />
      <form method="post" action="/forgotten-password" className="card" noValidate>
        <FormToken value={frame.formToken} />
        <Field name="email" label="E-mail address" hint="The one you sign in with." problem={problemOf(problems, 'email')}>
          {(control) => <input {...control} type="email" autoComplete="username" inputMode="email" defaultValue={email} required />}
        </Field>
        <button className="button button-wide" type="submit">Mail me a link</button>
      </form>
      <p className="center">
        <a href="/sign-in">Back to signing in</a>
      </p>
    </div>
  </PortalPage>
)
