import { AttachmentField } from '../form/AttachmentField'
import { Field } from '../form/Field'
import { FormProblems } from '../form/FormProblems'
import { problemOf } from '../form/formProblem'
import type { FormProblem } from '../form/formProblem'
import { FormToken } from '../layout/FormToken'

export interface ReplyFormProps {
  readonly number: number
  readonly formToken: string
  readonly submissionId: string
  readonly text: string
  readonly problems: readonly FormProblem[]
  /** Said when writing reopens a solved request. */
  readonly reopens: boolean
}

/** The customer's answer. */
export const ReplyForm = ({ number, formToken, submissionId, text, problems, reopens }: ReplyFormProps) => (
  <form id="reply" method="post" action={`/requests/${number}/replies`} encType="multipart/form-data" className="card" noValidate>
    <h2>Add a message</h2>
    <FormProblems problems={problems} />
    <FormToken value={formToken} />
    <input type="hidden" name="submissionId" value={submissionId} />
    <Field
      name="text"
      label="Your message"
      problem={problemOf(problems, 'text')}
      {...(reopens ? { hint: 'This request is solved. A message opens it again.' } : {})}
    >
      {(control) => <textarea {...control} rows={5} defaultValue={text} required />}
    </Field>
    <AttachmentField problem={problemOf(problems, 'attachments')} chooseAgain={problems.length > 0} />
    <button className="button" type="submit">Send message</button>
  </form>
)
