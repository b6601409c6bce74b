import type { SavedOutcome } from '../outbox/savedOutcome'
import { sayToast } from '../ui/sayToast'

/**
 * Waits until an intent is durable and says so when it is not; a saved one is told by the ticket itself.
 * @returns whether it was saved
 */
export async function reportSaved(what: string, saving: Promise<SavedOutcome>): Promise<boolean> {
  const outcome = await saving
  if (!outcome.saved) sayToast({ kind: 'trouble', title: `${what}: not saved`, text: outcome.reason })
  return outcome.saved
}
