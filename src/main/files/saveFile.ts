import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { safeFileName } from '../../protocol/files/safeFileName'
import type { DeskAnswer, DeskArgs } from '../../protocol/ipc/deskApi'

/** Asks where to, and writes there. Opening the file is left to the person: the desk never runs a stranger's file. */
export async function saveFile(window: BrowserWindow, { name, bytes }: DeskArgs<'files.save'>): Promise<DeskAnswer<'files.save'>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save attachment',
    defaultPath: join(app.getPath('downloads'), safeFileName(name)),
  })
  if (canceled || filePath === '') return { outcome: 'cancelled' }
  try {
    await writeFile(filePath, bytes)
    return { outcome: 'saved', path: filePath }
  } catch (error) {
    return { outcome: 'failed', reason: `${filePath} could not be written: ${error instanceof Error ? error.message : String(error)}` }
  }
}
