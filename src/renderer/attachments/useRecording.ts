import { useEffect, useState } from 'react'
import type { Attachment } from '../../domain/ticket/attachment'
import { useAttachmentSource } from './attachmentSource'

/** A recording on its way to the player. `url` is good for as long as the component is shown. */
export type RecordingLoad =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'failed'; readonly reason: string }

/** Fetches a recording from the backend when it is asked for, and lets it go with the component. */
export const useRecording = ({ id, mediaType }: Pick<Attachment, 'id' | 'mediaType'>): { readonly load: RecordingLoad; readonly fetch: () => void } => {
  const fetchBytes = useAttachmentSource((state) => state.fetchBytes)
  const [load, setLoad] = useState<RecordingLoad>({ state: 'idle' })
  const [wish, setWish] = useState(0)

  useEffect(() => {
    if (wish === 0) return undefined
    let [gone, url]: [boolean, string | null] = [false, null]
    fetchBytes(id).then(
      (bytes) => {
        if (gone) return
        url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
        setLoad({ state: 'ready', url })
      },
      (error: unknown) => {
        if (!gone) setLoad({ state: 'failed', reason: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => {
      gone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [wish, id, mediaType, fetchBytes])

  const fetch = (): void => {
    setLoad({ state: 'loading' })
    setWish((count) => count + 1)
  }
  return { load, fetch }
}
