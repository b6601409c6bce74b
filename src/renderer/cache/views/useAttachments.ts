import type { Attachment } from '../../../domain/ticket/attachment'
import type { DeskAnswer } from '../../../protocol/ipc/deskApi'
import { useAttachmentSource } from '../../attachments/attachmentSource'
import { desk } from '../../bridge/desk'

/** Saves an attachment where the person chooses; answers what became of it. */
export const useAttachments = (): { readonly save: (attachment: Attachment) => Promise<DeskAnswer<'files.save'>> } => {
  const fetchBytes = useAttachmentSource((state) => state.fetchBytes)
  return {
    save: async ({ id, name }) => {
      try {
        return await desk.files.save({ name, bytes: await fetchBytes(id) })
      } catch (error) {
        return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}
