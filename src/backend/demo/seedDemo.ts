import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar/time'
import type { FileStore, StagedFile } from '../context'
import type { Database, Queries } from '../db/database'
import { customer, policy as policyTable } from '../db/schema'
import { demoAccessRows } from './demoAccessRows'
import type { DemoStory, DemoWorld } from './demoWorldShape'
import { insertDemo } from './insertDemo'
import { playDemo } from './playDemo'
import { readDemoWorld } from './readDemoWorld'

const passphrase = 'fax-tone-demo'

/** What the demo world is laid into. Without `files` its tickets have no attachments. */
export interface DemoPlace {
  readonly database: Database
  readonly now: Instant
  readonly hashPassword: (password: string) => Promise<string>
  readonly files?: FileStore
}

/** Sign-ins of the demo world. */
export interface DemoSignIns {
  readonly email: string
  readonly password: string
  readonly portal: { readonly email: string; readonly password: string }
}

/**
 * Fills a database without customers with the demo world, in one commit; one that has customers is left as it is.
 * Answers the sign-ins of a helpdesk engineer and of a 24×7 customer's primary contact. For demonstration only: every
 * person has the same passphrase.
 */
export const seedDemo = async ({ database, now, hashPassword, files }: DemoPlace): Promise<DemoSignIns> => {
  const world = readDemoWorld()
  const signIns = signInsOf(world)
  const known = await database.queries.select({ id: customer.id }).from(customer).limit(1)
  if (known.length > 0) return signIns

  // Both are done before the transaction: the embedded engine has one connection, and bytes come before their rows.
  const hash = await hashPassword(passphrase)
  const staged = files ? await stageFiles(world.stories, files) : new Map<DemoStory, readonly StagedFile[]>()
  await database.write(async (tx, touched) => {
    const [policy] = await tx.select().from(policyTable)
    if (!policy) throw new Error('The demo world needs the policy record, which a new database is given before anything else')
    const played = playDemo(world, policy, now, await takeNumbers(tx, world.stories.length))
    const tickets = played.tickets.map(({ story, state }) => ({ ...state, files: staged.get(story) ?? [] }))
    await insertDemo(tx, touched, { ...played, accessRequests: demoAccessRows(world, played.customers, policy, now), tickets, hash, now })
  })
  return signIns
}

const takeNumbers = async (tx: Queries, count: number): Promise<readonly number[]> => {
  const taken = (await tx.execute(sql`select nextval('ticket_number') as number from generate_series(1, ${count}::int)`)) as unknown as {
    rows: readonly { readonly number: string | number }[]
  }
  return taken.rows.map(({ number }) => Number(number)).toSorted((a, b) => a - b)
}

const stageFiles = async (stories: readonly DemoStory[], files: FileStore): Promise<ReadonlyMap<DemoStory, readonly StagedFile[]>> => {
  const staged = new Map<DemoStory, readonly StagedFile[]>()
  for (const story of stories) {
    const kept: StagedFile[] = []
    for (const { name, lines } of story.attachments) kept.push(await files.stage(Readable.from([Buffer.from(`${lines.join('\r\n')}\r\n`)]), name))
    staged.set(story, kept)
  }
  return staged
}

const signInsOf = (world: DemoWorld): DemoSignIns => {
  const engineer = world.engineers.find(({ role }) => role === 'helpdesk')
  const contact = world.customers
    .find(({ contracts }) => contracts.some(({ kind, ends }) => kind === '24x7' && ends === 'endOfNextYear'))
    ?.contacts.find(({ access }) => access === 'primary')
  if (!engineer || !contact) throw new Error('resources/demo needs a helpdesk engineer and a 24×7 customer with a primary contact to sign in as')
  return { email: engineer.email, password: passphrase, portal: { email: contact.email, password: passphrase } }
}
