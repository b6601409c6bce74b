import { parentPort } from 'node:worker_threads'
import { simpleParser } from 'mailparser'
import { toReadMail } from './toReadMail'

/** Runs as a worker thread: raw mail in, `ReadMail` or the reason out. What a hostile mail breaks here, it breaks alone. */
parentPort?.on('message', ({ order, raw }: { order: number; raw: Uint8Array }) => {
  simpleParser(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true })
    .then(async (mail) => toReadMail(mail, raw))
    .then((mail) => parentPort?.postMessage({ order, mail }))
    .catch((error: unknown) => parentPort?.postMessage({ order, reason: error instanceof Error ? error.message : String(error) }))
})
