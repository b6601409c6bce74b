import { Readable } from 'node:stream'
import type { FileStore, StagedFile } from '../../context'
import { clipText } from '../parse/clipText'
import type { ReadMail } from '../parse/readMail'

/** The longest text a timeline entry takes, in characters; what is longer comes as a file, complete. */
const longestText = 100_000

export interface StagedMail {
  readonly text: string
  readonly files: readonly StagedFile[]
}

/** Puts a mail's attachments, and a text too long to show, into the file store. On failure nothing stays there. */
export const stageMail = async (files: FileStore, mail: ReadMail): Promise<StagedMail> => {
  const staged: StagedFile[] = []
  try {
    for (const { name, content } of mail.attachments) staged.push(await files.stage(Readable.from([Buffer.from(content)]), name))
    if (mail.text.length <= longestText) return { text: mail.text, files: staged }
    staged.push(await files.stage(Readable.from([Buffer.from(mail.text)]), 'complete message.txt'))
    return { text: `${clipText(mail.text, longestText - 100)}\n\n… The complete message is attached.`, files: staged }
  } catch (error) {
    await Promise.all(staged.map(async ({ id }) => files.discard(id)))
    throw error
  }
}
