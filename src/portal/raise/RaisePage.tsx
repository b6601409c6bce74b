import { priorityDefinitions } from '../../domain/triage/priorityDefinitions'
import type { Waking } from '../confirmation/WakingNote'
import { WakingNote } from '../confirmation/WakingNote'
import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'
import type { PortalFrame } from '../layout/PortalFrame'
import { PortalPage } from '../layout/PortalPage'
import { PriorityMark } from '../requests/PriorityMark'

export interface RaisePageProps {
  readonly frame: PortalFrame
  readonly number: number
  readonly brief: string
  /** Whom a raise at this moment reaches, or why nobody is woken. */
  readonly ahead: Waking
  readonly text: string
  readonly problems: readonly FormProblem[]
}

/** What Urgent means and whom it wakes, before it is asked for (R46, R70). */
export const RaisePage = ({ frame, number, brief, ahead, text, problems }: RaisePageProps) => (
  <PortalPage frame={frame} title={`Raise #${number} to Urgent`} here="requests">
    <div className="narrow received">
      <p className="back">
        <a href={`/requests/${number}`}>← Request #{number}</a>
      </p>
      <h1>Raise to Urgent?</h1>
      <p className="received-brief">{brief}</p>
      <FormProblems problems={problems} />
      <div className="raise-words">
        <PriorityMark priority="urgent" />
        <p>{priorityDefinitions.urgent.definition}</p>
      </div>
      <WakingNote waking={ahead} />
      <form method="post" action={`/requests/${number}/raise`} noValidate>
        <FormToken value={frame.formToken} />
        <Field name="text" label="What has stopped?" optional problem={problemOf(problems, 'text')} hint="Whoever calls you reads it first.">
          {(control) => <textarea {...control} rows={3} defaultValue={text} />}
        </Field>
        <p className="actions">
          <button className="button" type="submit">Raise to Urgent</button>
          <a className="button button-plain" href={`/requests/${number}`}>Leave it as it is</a>
        </p>
      </form>
    </div>
  </PortalPage>
)
