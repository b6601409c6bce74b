import { desk } from '../bridge/desk'
import { sayToast } from '../ui/sayToast'

/** Puts a text on the clipboard and says what came of it. */
export async function copyText(what: string, text: string): Promise<void> {
  const outcome = await desk.clipboard.write({ text })
  if (outcome.outcome === 'done') sayToast({ title: `Copied ${text}`, text: what })
  else sayToast({ kind: 'trouble', title: `${what} is not copied`, text: outcome.reason })
}
