import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/backend/db/database'
import { accessRequest, contact, outgoingMail, passwordLink } from '../../../src/backend/db/schema'
import type { Mutation, PushResponse } from '../../../src/protocol/commands/push'
import { addCustomer, worldStart } from '../../fixtures/backendWorld'
import { emptyDatabase, openTestBackend } from '../testBackend'
import type { TestBackend, TestDesk } from '../testBackend'

const minutes = (n: number): number => n * 60_000

export const contactSuite = (given: () => Database): void => {
  describe('what engineers do for contacts', () => {
    let backend: TestBackend
    let desk: TestDesk
    let contactId: string
    let customerId: string

    beforeEach(async () => {
      await emptyDatabase(given())
      backend = await openTestBackend(given())
      desk = await backend.desk()
      ;({ contactId, customerId } = await addCustomer(given()))
    })
    afterEach(async () => backend.close())

    const results = async (from: TestDesk, ...intents: readonly Mutation[]) => (await from.push(...intents)).json<PushResponse>().results
    const stored = async () => (await given().queries.select().from(contact).where(eq(contact.id, contactId)))[0]
    const mails = async () => given().queries.select().from(outgoingMail)
    const link = () => ({ contactId, eventId: randomUUID() })
    const set = (ability: string, from: boolean | null, to: boolean | null) => ({ ...link(), changes: [{ ability, from, to }] })

    it('R35 mails a link to the address on file, shows every desk that it was sent, and shows nobody the token', async () => {
      const { cursor } = await desk.pull(null)
      expect(await results(desk, desk.intent('sendPasswordLink', link()))).toEqual([{ mut: 1, outcome: 'applied' }])
      const [mail] = await mails()
      expect(mail).toMatchObject({ to: `${contactId}@northwind.example`, secret: true, text: expect.stringContaining('Dana Reyes of our HelpDesk') as string })
      const token = /token=([\w-]+)/u.exec(mail?.text ?? '')?.[1] ?? ''
      expect(token).not.toBe('')
      const pulled = await desk.pull(cursor)
      expect(pulled.rows.find(({ table }) => table === 'contact')?.row['signIn']).toEqual({ passwordSetAt: null, linkSentAt: worldStart, linkUntil: worldStart + minutes(30) })
      expect(JSON.stringify(pulled)).not.toContain(token)
    })

    it('P4 sends one link for one wish, however often it is delivered', async () => {
      const wish = link()
      await results(desk, desk.intent('sendPasswordLink', wish))
      expect(await results(desk, desk.intent('sendPasswordLink', wish))).toEqual([{ mut: 2, outcome: 'applied' }])
      expect(await mails()).toHaveLength(1)
    })

    it('P45 refuses the fourth link within an hour in words, and R35 whom it would not help', async () => {
      const outcomes = await results(desk, ...[1, 2, 3, 4].map(() => desk.intent('sendPasswordLink', link())))
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'refused'])
      expect(outcomes[3]).toMatchObject({ sentence: expect.stringContaining('3 links were mailed') as string })
      await given().queries.update(contact).set({ access: 'none' }).where(eq(contact.id, contactId))
      expect(await results(desk, desk.intent('sendPasswordLink', link()))).toMatchObject([{ outcome: 'refused', sentence: expect.stringContaining('Not on the list') as string }])
      expect(await given().queries.select().from(passwordLink)).toHaveLength(3)
      const other = await backend.desk({ role: 'installation' })
      expect(await results(other, other.intent('sendPasswordLink', link()))).toMatchObject([{ outcome: 'refused', code: 'notAllowed' }])
    })

    it('R38 R44 keeps what a contact can do with who and when; two abilities by two engineers are no conflict', async () => {
      const other = await backend.desk({ name: 'Lee Park' })
      await results(desk, desk.intent('setContactAbilities', set('localAdministrator', null, true)))
      await results(other, other.intent('setContactAbilities', set('rightFaxBasics', null, false)))
      expect(await stored()).toMatchObject({ abilities: { localAdministrator: true, rightFaxBasics: false, knowsServers: null }, abilitiesSet: { by: { name: 'Lee Park' }, at: worldStart } })
    })

    it('P7 leaves what somebody else said meanwhile, and tells who', async () => {
      const other = await backend.desk({ name: 'Lee Park' })
      await results(other, other.intent('setContactAbilities', set('knowsDevices', null, false)))
      expect(await results(desk, desk.intent('setContactAbilities', set('knowsDevices', null, true)))).toMatchObject([{ outcome: 'refused', code: 'changedMeanwhile', sentence: expect.stringContaining('Lee Park') as string }])
      expect(await stored()).toMatchObject({ abilities: { knowsDevices: false } })
    })

    it('R33 grants access to a person whose number an engineer found out', async () => {
      const requestId = randomUUID()
      await given().queries.insert(accessRequest).values({
        id: requestId, customerId: null, kind: 'temporary', name: 'Kim Ode', phone: null, email: null, requestedBy: { email: 'front@northwind.example', contactId: null },
        requestedAt: worldStart, text: 'Kim needs access', state: 'open', contactId: null, decision: null,
      })
      const grant = (found?: object) => ({ requestId, eventId: randomUUID(), customerId, kind: 'temporary', newContactId: randomUUID(), ...(found === undefined ? {} : { found }) })
      expect(await results(desk, desk.intent('grantAccess', grant()))).toMatchObject([{ outcome: 'refused', code: 'missingFacts' }])
      expect(await results(desk, desk.intent('grantAccess', grant({ email: 'no address' })))).toMatchObject([{ outcome: 'refused', code: 'malformed' }])
      const complete = grant({ name: 'Somebody Else', phone: '952-555-0133', email: 'Kim.Ode@northwind.example' })
      expect(await results(desk, desk.intent('grantAccess', complete))).toMatchObject([{ outcome: 'applied' }])
      const [made] = await given().queries.select().from(contact).where(eq(contact.email, 'kim.ode@northwind.example'))
      expect(made).toMatchObject({ name: 'Kim Ode', phone: '952-555-0133', access: 'temporary' })
    })
  })
}
