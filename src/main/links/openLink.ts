import { shell } from 'electron'
import type { DeskAnswer } from '../../protocol/ipc/deskApi'
import { judgeLink } from './judgeLink'

/** Opens an allowed address in the person's own program for it. */
export async function openLink(address: string, backendOrigin: string | null): Promise<DeskAnswer<'links.open'>> {
  const verdict = judgeLink(address, backendOrigin)
  if (!verdict.allowed) return { outcome: 'refused', reason: verdict.reason }
  try {
    await shell.openExternal(verdict.url)
    return { outcome: 'done' }
  } catch (error) {
    return { outcome: 'failed', reason: `This computer has no program for ${verdict.url}: ${error instanceof Error ? error.message : String(error)}` }
  }
}
