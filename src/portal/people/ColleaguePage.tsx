import { abilityKeys, abilityNames } from '../../domain/customer/abilityNames'
import type { ContactAbilities } from '../../domain/customer/customer'
import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { WhoShouldAsk } from './WhoShouldAsk'

/** What was typed so far; kept over an error. */
export interface ColleagueDraft {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly abilities: readonly (keyof ContactAbilities)[]
  readonly remark: string
}

export interface ColleaguePageProps {
  readonly frame: PortalFrame
  readonly draft: ColleagueDraft
  /** The same id twice is one request: a double click is harmless. */
  readonly submissionId: string
  readonly problems: readonly FormProblem[]
  /** What comes of it and when, for this reader (R32, R33). */
  readonly outlook: string
  /** Names of the primary contacts on file. */
  readonly primaries: readonly string[]
}

const Abilities = ({ chosen }: { readonly chosen: ColleagueDraft['abilities'] }) => (
  <fieldset className="field" aria-describedby="abilities-hint">
    <legend>
      What your colleague can do<span className="quiet"> (optional)</span>
    </legend>
    <p className="hint" id="abilities-hint">It tells an engineer what to expect before the first call. Nothing here is required.</p>
    <div className="choices">
      {abilityKeys.map((key) => (
        <label key={key} className="choice">
          <input type="checkbox" name="abilities" value={key} defaultChecked={chosen.includes(key)} />
          <span className="choice-title">{abilityNames[key].can.charAt(0).toUpperCase() + abilityNames[key].can.slice(1)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** Asks for access for a colleague (R32, R36–R44). */
export const ColleaguePage = ({ frame, draft, submissionId, problems, outlook, primaries }: ColleaguePageProps) => (
  <PortalPage frame={frame} title={problems.length > 0 ? 'Please check your request for access' : 'Add a colleague'} here="people">
    <p className="back">
      <a href="/people">← People on your account</a>
    </p>
    <h1>Add a colleague</h1>
    <div className="with-aside">
      <form method="post" action="/people" className="card" noValidate>
        <FormProblems problems={problems} />
        <p className="promise">{outlook}</p>
        <FormToken value={frame.formToken} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <Field name="name" label="Name" problem={problemOf(problems, 'name')}>
          {(control) => <input {...control} type="text" autoComplete="off" maxLength={120} defaultValue={draft.name} required />}
        </Field>
        <div className="field-pair">
          <Field name="phone" label="Contact number" problem={problemOf(problems, 'phone')}>
            {(control) => <input {...control} type="tel" autoComplete="off" maxLength={60} defaultValue={draft.phone} required />}
          </Field>
          <Field name="email" label="E-mail address" problem={problemOf(problems, 'email')}>
            {(control) => <input {...control} type="email" autoComplete="off" inputMode="email" maxLength={254} defaultValue={draft.email} required />}
          </Field>
        </div>
        <Abilities chosen={draft.abilities} />
        <Field name="remark" label="Anything else" optional problem={problemOf(problems, 'remark')} hint="Such as whom your colleague stands in for.">
          {(control) => <textarea {...control} rows={2} defaultValue={draft.remark} />}
        </Field>
        <button className="button" type="submit">Ask for access</button>
      </form>
      <WhoShouldAsk primaries={primaries} />
    </div>
  </PortalPage>
)
