import { requestForm } from '../../domain/intake/requestForm'
import { priorities } from '../../domain/ticket/ticket'
import type { Priority } from '../../domain/ticket/ticket'
import { priorityDefinitions } from '../../domain/triage/priorityDefinitions'
import { Choice } from '../form/Choice'
import { PriorityMark } from '../requests/PriorityMark'

export interface PriorityChoiceProps {
  readonly chosen: Priority
  readonly problem: string | null
  /** What Urgent does outside service hours for this customer's contract. */
  readonly urgentAfterHours: string
}

/** The four priorities with their definitions beside them (R45–R48); Medium is the default (R11). */
export const PriorityChoice = ({ chosen, problem, urgentAfterHours }: PriorityChoiceProps) => (
  <fieldset className="field" id="priority" aria-describedby={problem === null ? undefined : 'priority-problem'}>
    <legend>{requestForm.priority.label}</legend>
    {problem !== null && <p className="problem" id="priority-problem">{problem}</p>}
    <div className="choices choices-two">
      {priorities.map((priority) => (
        <Choice
          key={priority}
          name="priority"
          value={priority}
          chosen={priority === chosen}
          title={<PriorityMark priority={priority} />}
          className={`choice-${priority}`}
        >
          {priorityDefinitions[priority].definition}
          {priority === 'urgent' && <span className="choice-note">{urgentAfterHours}</span>}
        </Choice>
      ))}
    </div>
  </fieldset>
)
