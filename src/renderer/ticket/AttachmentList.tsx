import { Download, Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Attachment } from '../../domain/ticket/attachment'
import { isRecording } from '../attachments/isRecording'
import { useAttachments } from '../cache/views/useAttachments'
import { sayBytes } from '../ui/sayBytes'
import { sayToast } from '../ui/sayToast'
import styles from './AttachmentList.module.css'
import { VoicemailPlayer } from './VoicemailPlayer'

/** The files of one entry; a click saves one where the engineer chooses, a recording can be played too. */
export function AttachmentList({ attachments }: { readonly attachments: readonly Attachment[] }): ReactNode {
  const { save } = useAttachments()
  if (attachments.length === 0) return null
  const saveFile = async (attachment: Attachment): Promise<void> => {
    const outcome = await save(attachment)
    if (outcome.outcome === 'saved') sayToast({ title: `Saved ${attachment.name}`, text: outcome.path })
    if (outcome.outcome === 'failed') sayToast({ kind: 'trouble', title: `${attachment.name} is not saved`, text: outcome.reason })
  }
  return (
    <ul className={styles.list} aria-label="Attachments">
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.item}>
          <button type="button" className={styles.file} onClick={() => void saveFile(attachment)} aria-label={`Save ${attachment.name}, ${sayBytes(attachment.size)}`}>
            <Paperclip aria-hidden="true" size={12} />
            <span className={styles.name}>{attachment.name}</span>
            <span className={styles.size}>{sayBytes(attachment.size)}</span>
            <Download aria-hidden="true" size={12} className={styles.save} />
          </button>
          {isRecording(attachment) ? <VoicemailPlayer short recording={attachment} /> : null}
        </li>
      ))}
    </ul>
  )
}
