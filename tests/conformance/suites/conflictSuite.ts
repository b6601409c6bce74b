import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { ticket, timelineEvent } from '../../../src/backend/db/schema'
import type { CommandResult, PushResponse } from '../../../src/protocol/commands/push'
import { addCustomer, addTicket, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

/** What a command of the suite is given as; the ticket and the entry's id are added. */
interface Wish {
  readonly name: string
  readonly args?: Readonly<Record<string, unknown>>
}

/** What becomes of my write: taken, of no need any more, or refused in favour of somebody else's. */
type Fate = 'taken' | 'needless' | 'refused'

interface FieldCase {
  readonly field: string
  /** What the ticket is like before; `mine` is done by me first. */
  readonly before?: { readonly ticket?: object; readonly mine?: Wish }
  readonly mine: Wish
  /** What the colleague does meanwhile, and my write's fate after it; the third is when the field is three-way and I saw the old value. */
  readonly same: { readonly theirs: Wish; readonly fate: Fate }
  readonly other: { readonly theirs: Wish; readonly fate: Fate; readonly fateOfStale?: Fate }
}

const withCustomers = (first: Awaited<ReturnType<typeof addCustomer>>, second: Awaited<ReturnType<typeof addCustomer>>): readonly FieldCase[] => {
  const to = ({ customerId, siteId, contactId }: typeof first): Wish => ({ name: 'identify', args: { customerId, siteId, contactId } })
  const priority = (name: string): Wish => ({ name: 'setPriority', args: { priority: name, productionDown: false, reason: 'as the customer says' } })
  const state = (name: string): Wish => ({ name: 'setState', args: { state: name, reason: 'they call back' } })
  const note = (text: string): Wish => ({ name: 'addNote', args: { text } })
  const call = (text: string): Wish => ({ name: 'logCall', args: { outcome: 'noAnswer', number: '+1 612 555 0101', contactName: 'Pat', text, startedAt: worldStart, minutes: 0 } })
  return [
    { field: 'notes', mine: note('mine'), same: { theirs: note('mine'), fate: 'taken' }, other: { theirs: note('theirs'), fate: 'taken' } },
    { field: 'replies', mine: { name: 'reply', args: { text: 'mine' } }, same: { theirs: { name: 'reply', args: { text: 'mine' } }, fate: 'taken' }, other: { theirs: { name: 'reply', args: { text: 'theirs' } }, fate: 'taken' } },
    { field: 'calls', mine: call('mine'), same: { theirs: call('mine'), fate: 'taken' }, other: { theirs: call('theirs'), fate: 'taken' } },
    { field: 'acknowledgement', mine: { name: 'acknowledge' }, same: { theirs: { name: 'acknowledge' }, fate: 'needless' }, other: { theirs: { name: 'claim' }, fate: 'needless' } },
    { field: 'voicemail heard', before: { ticket: { channel: 'techLine', unheard: true } }, mine: { name: 'hearVoicemail' }, same: { theirs: { name: 'hearVoicemail' }, fate: 'needless' }, other: { theirs: note('x'), fate: 'taken' } },
    { field: 'claim', mine: { name: 'claim' }, same: { theirs: { name: 'claim' }, fate: 'refused' }, other: { theirs: { name: 'acknowledge' }, fate: 'taken' } },
    { field: 'claim beside other work', mine: { name: 'claim' }, same: { theirs: note('x'), fate: 'taken' }, other: { theirs: state('waiting'), fate: 'taken' } },
    { field: 'giving back', before: { mine: { name: 'claim' } }, mine: { name: 'release', args: { reason: 'end of my shift' } }, same: { theirs: note('x'), fate: 'taken' }, other: { theirs: state('waiting'), fate: 'taken' } },
    { field: 'hold', before: { ticket: { heldReason: 'requesterNotAuthorized' } }, mine: { name: 'releaseHold', args: { reason: 'known to us' } }, same: { theirs: { name: 'releaseHold', args: { reason: 'known to us' } }, fate: 'refused' }, other: { theirs: note('x'), fate: 'taken' } },
    { field: 'state', mine: state('waiting'), same: { theirs: state('waiting'), fate: 'needless' }, other: { theirs: state('closed'), fate: 'refused' } },
    { field: 'priority', mine: priority('urgent'), same: { theirs: priority('urgent'), fate: 'needless' }, other: { theirs: priority('low'), fate: 'taken', fateOfStale: 'refused' } },
    { field: 'customer', mine: to(first), same: { theirs: to(first), fate: 'needless' }, other: { theirs: to(second), fate: 'taken', fateOfStale: 'refused' } },
  ]
}

const seenBases = ['what was there before theirs', 'theirs too', 'nothing that it told'] as const
const meanwhile = ['nothing', 'the same', 'something else'] as const

export const conflictSuite = (given: () => Database): void => {
  describe('two engineers who did not see each other', () => {
    let backend: TestBackend
    let desk: TestDesk
    let colleague: TestDesk
    let cases: readonly FieldCase[]

    beforeAll(async () => emptyDatabase(given()))
    beforeEach(async () => {
      backend = await openTestBackend(given())
      desk = await backend.desk({ name: 'Dana Reyes' })
      colleague = await backend.desk({ name: 'Sam Ortiz' })
      cases = withCustomers(await addCustomer(given()), await addCustomer(given(), { name: 'Harrow Bay' }))
    })
    afterEach(async () => backend.close())

    const give = async (by: TestDesk, ticketId: string, wish: Wish, base: Record<string, number> = {}): Promise<{ readonly result: CommandResult; readonly eventId: string }> => {
      const eventId = randomUUID()
      const answer = await by.push(by.intent(wish.name, { ticketId, eventId, ...wish.args }, { base }))
      const [result] = answer.json<PushResponse>().results
      return { result: result ?? { mut: 0, outcome: 'refused', code: 'none', sentence: answer.body }, eventId }
    }
    const rowOf = async (id: string) => {
      const [row] = await given().queries.select().from(ticket).where(eq(ticket.id, id))
      return row
    }
    const entriesOf = async (id: string) => given().queries.select().from(timelineEvent).where(eq(timelineEvent.ticketId, id))
    const baseKey: Readonly<Record<string, string>> = { setPriority: 'priority', identify: 'customer' }

    for (let kind = 0; kind < 12; kind += 1) {
      it(`P7 field ${kind + 1} of 12: each of nine combinations by its rule, both texts kept, the loser told who`, async () => {
        const each = cases[kind]
        for (const did of meanwhile) {
          for (const seen of seenBases) {
            const { id } = await addTicket(given(), each?.before?.ticket ?? {})
            if (each?.before?.mine) await give(desk, id, each.before.mine)
            const old = (await rowOf(id))?.rev ?? 0
            const met = did === 'the same' ? each?.same : did === 'something else' ? each?.other : undefined
            const theirs = met ? await give(colleague, id, met.theirs) : null
            const after = await rowOf(id)
            const mine = each?.mine ?? { name: '' }
            const key = baseKey[mine.name]
            const base = key === undefined || seen === 'nothing that it told' ? {} : { [key]: seen === 'theirs too' ? (after?.rev ?? 0) : old }
            const { result, eventId } = await give(desk, id, mine, base)
            const stale = did === 'something else' && seen === 'what was there before theirs' ? each?.other.fateOfStale : undefined
            const fate: Fate = stale ?? met?.fate ?? 'taken'
            const entries = await entriesOf(id)
            const where = `${each?.field ?? ''} · they did ${did} · seen ${seen}`
            expect([where, theirs?.result.outcome ?? 'applied']).toEqual([where, 'applied'])
            expect([where, result.outcome]).toEqual([where, fate === 'refused' ? 'refused' : 'applied'])
            expect([where, entries.some((entry) => entry.id === eventId)]).toEqual([where, fate === 'taken'])
            expect([where, theirs === null || entries.some((entry) => entry.id === theirs.eventId)]).toEqual([where, true])
            expect([where, fate === 'refused' ? (result as { theirs?: string }).theirs : 'nobody']).toEqual([where, fate === 'refused' ? theirs?.eventId : 'nobody'])
            const now = await rowOf(id)
            expect([where, { ...(fate === 'taken' ? after : now), rev: 0 }]).toEqual([where, { ...after, rev: 0 }])
          }
        }
      })
    }
  })
}
