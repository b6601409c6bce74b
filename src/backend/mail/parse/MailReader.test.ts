import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { MailReader } from './MailReader'

let reader: MailReader
afterEach(async () => reader.close())

const mail = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))
const letter = mail(['From: Dana <dana@example.com>', 'Subject: =?utf-8?q?Gr=C3=B6=C3=9Fe?=', 'Message-ID: <a@example.com>', '', 'Hello'])

/** Threads with the same limits as the parser's, that misbehave on the mail `bad`. */
const misbehaving = (onBad: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
     parentPort.on('message', ({ order, raw }) => {
       if (Buffer.from(raw).toString() === 'bad') { ${onBad} }
       parentPort.postMessage({ order, mail: { subject: 'fine' } })
     })`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
  )

test('a letter is read with its encoded words', async () => {
  reader = new MailReader()
  expect(await reader.read(letter)).toMatchObject({
    ok: true,
    mail: { subject: 'Größe', text: 'Hello', from: { name: 'Dana', address: 'dana@example.com' }, messageId: '<a@example.com>' },
  })
})

test('P36 bytes that are no mail at all answer, and the next letter is read by the same reader', async () => {
  reader = new MailReader()
  const noise = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7919) % 256)
  await expect(reader.read(noise)).resolves.toHaveProperty('ok')
  await expect(reader.read(new Uint8Array())).resolves.toHaveProperty('ok')
  expect(await reader.read(letter)).toHaveProperty('ok', true)
})

test.each([
  ['never ends', 'for (;;) {}', /took longer than 3 s/],
  ['eats the memory', 'const eaten = []; for (;;) eaten.push(new Array(100_000).fill(eaten.length))', /memory/],
  ['ends the thread', 'process.exit(3)', /ended with code 3/],
  ['throws outside the parser', 'throw new Error("depth")', /depth/],
])('P36 a mail that %s is answered with the reason and the next one is read', async (_what, onBad, reason) => {
  reader = new MailReader(_what === 'never ends' ? 3_000 : 20_000, misbehaving(onBad))
  const [bad, next] = await Promise.all([reader.read(Buffer.from('bad')), reader.read(Buffer.from('good'))])
  expect(bad).toEqual({ ok: false, reason: expect.stringMatching(reason) as unknown })
  expect(next).toMatchObject({ ok: true, mail: { subject: 'fine' } })
})
