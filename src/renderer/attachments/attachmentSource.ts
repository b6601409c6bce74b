import { create } from 'zustand'

/** How the bytes of an attachment are fetched; set once the desk knows its backend. Rejects with a sentence. */
export interface AttachmentSource {
  readonly fetchBytes: (attachmentId: string) => Promise<Uint8Array<ArrayBuffer>>
}

export const useAttachmentSource = create<AttachmentSource>()(() => ({
  fetchBytes: async () => Promise.reject(new Error('The backend is not reached yet. Please try again when the desk is live.')),
}))
