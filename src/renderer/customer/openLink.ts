import { desk } from '../bridge/desk'
import { sayToast } from '../ui/sayToast'

/** Hands a `tel:`, `mailto:` or `https:` address to the system; says so when it would not take it. */
export async function openLink(url: string): Promise<void> {
  const outcome = await desk.links.open({ url })
  if (outcome.outcome !== 'done') sayToast({ kind: 'trouble', title: `${url} is not opened`, text: outcome.reason })
}
