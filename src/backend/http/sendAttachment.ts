import type { FastifyReply } from 'fastify'
import type { Attachment } from '../../domain/ticket/attachment'
import type { BackendContext } from '../context'

/** `filename` for old readers, `filename*` (RFC 6266) for the real name; neither can end the header or name a folder. */
export const attachmentDisposition = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Streams a file to be saved, never shown: a stranger's file must not become a page of ours. */
export const sendAttachment = async (context: BackendContext, reply: FastifyReply, file: Attachment): Promise<FastifyReply> => {
  // Before the headers: a failure to fetch must be read as a page, not saved as the file.
  const content = await context.files.open(file.id)
  return reply
    .header('content-disposition', attachmentDisposition(file.name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .header('content-length', file.size)
    .type(file.mediaType)
    .send(content)
}
