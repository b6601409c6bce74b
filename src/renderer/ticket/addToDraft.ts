import { draftKey, useDrafts } from './draftStore'
import type { ComposerMode } from './ticketScreenStore'

/** Puts a text into a ticket's draft, below what is being written there, which is never overwritten. Answers how to undo that. */
export const addToDraft = (engineerId: string, ticketId: string, mode: ComposerMode, text: string): (() => void) => {
  const key = draftKey(engineerId, ticketId, mode)
  const { texts, keep } = useDrafts.getState()
  const written = texts[key] ?? ''
  keep(key, written.trim() === '' ? text : `${written.trimEnd()}\n\n${text}`)
  return () => keep(key, written)
}
