import { requestForm } from '../../domain/intake/requestForm'
import { attachmentLimits } from '../../protocol/portal/request'
import { Field } from './Field'

/** Screenshots and logs. The browser cannot keep chosen files over an error, so the hint says when to choose them again. */
export const AttachmentField = ({ problem, chooseAgain }: { readonly problem: string | null; readonly chooseAgain: boolean }) => (
  <Field
    name="attachments"
    label={requestForm.attachments.label}
    optional={!requestForm.attachments.required}
    problem={problem}
    hint={
      <>
        Screenshots, error logs. Up to {attachmentLimits.count} files, {attachmentLimits.bytes / 1024 / 1024} MB each.
        {chooseAgain && <strong className="choose-again"> Please choose your files again: a browser does not keep them.</strong>}
      </>
    }
  >
    {(control) => <input {...control} type="file" multiple data-most-bytes={attachmentLimits.bytes} data-most-files={attachmentLimits.count} />}
  </Field>
)
