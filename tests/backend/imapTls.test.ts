import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ticket } from '../../src/backend/db/schema'
import { healthRoutes } from '../../src/backend/http/healthRoutes'
import { ImapPoller } from '../../src/backend/mail/imap/ImapPoller'
import { addPortalCustomer, openCustomerBackend } from '../fixtures/customerBackend'
import type { CustomerBackend } from '../fixtures/customerBackend'
import { hasImapServer, prepareImapServer } from '../fixtures/imapServer'
import type { ImapServer } from '../fixtures/imapServer'
import { letterFrom } from '../fixtures/letterFrom'
import { makeAuthority } from '../fixtures/ownAuthority'
import type { OwnAuthority } from '../fixtures/ownAuthority'

const untrusted = 'The mail server’s certificate is from an authority that this backend does not trust. Name the file of that authority’s certificate in IMAP_CA.'

// A machine without Dovecot, or where it may not be started, skips these and says so.
describe.skipIf(!hasImapServer())('a mailbox behind TLS with the certificate of a firm’s own authority', () => {
  let backend: CustomerBackend
  let authority: OwnAuthority
  let server: ImapServer
  let customer: Awaited<ReturnType<typeof addPortalCustomer>>
  let polled: ImapPoller

  beforeAll(async () => {
    backend = await openCustomerBackend()
    customer = await addPortalCustomer(backend.database)
    authority = await makeAuthority()
    server = await prepareImapServer(authority)
    await server.start()
    healthRoutes(backend.app, { ...backend.context, mailbox: () => polled.health() })
  })
  afterAll(async () => {
    await server.stop()
    server.remove()
    authority.remove()
    await backend.close()
  })

  const poll = async (url: string, ca: string | null) => {
    polled = new ImapPoller(backend.context, url, ca)
    const taken = await polled.once()
    await polled.destroy()
    return { taken, ...polled.health() }
  }
  const tickets = async () => (await backend.database.queries.select().from(ticket).where(eq(ticket.customerId, customer.customerId))).length

  test('P36 it is read when that authority is trusted, with TLS at once and by turning to it', async () => {
    await server.deliver(letterFrom(customer.email, { Subject: 'Sealed' }))
    expect(await poll(server.tlsUrl, authority.ca)).toMatchObject({ taken: 1, state: 'ok', reason: '' })
    await server.deliver(letterFrom(customer.email, { Subject: 'Sealed on the way' }))
    expect(await poll(server.url, authority.ca)).toMatchObject({ taken: 1, state: 'ok' })
    expect(await tickets()).toBe(2)
  })

  test('it is refused otherwise, and the health says in words why', async () => {
    await server.deliver(letterFrom(customer.email, { Subject: 'Waits' }))
    const before = await tickets()
    const other = await makeAuthority()
    expect(await poll(server.tlsUrl, null)).toMatchObject({ taken: null, state: 'away', reason: untrusted })
    expect((await backend.app.inject('/api/health')).json()).toMatchObject({ mailbox: { state: 'away', reason: untrusted } })
    expect(await poll(server.url, null)).toMatchObject({ taken: null, reason: untrusted })
    expect(await poll(server.tlsUrl, other.ca)).toMatchObject({ taken: null, reason: untrusted })
    other.remove()
    expect(await poll(server.tlsUrl.replace('127.0.0.1', 'localhost'), authority.ca)).toMatchObject({ taken: null, reason: 'The mail server’s certificate is for another name than the one in IMAP_URL.' })
    expect(await poll(server.tlsUrl.replace('secret', 'guessed'), authority.ca)).toMatchObject({ taken: null, reason: 'The mail server refuses the user or the password in IMAP_URL.' })
    expect(await tickets()).toBe(before)
    expect(await poll(server.tlsUrl, authority.ca)).toMatchObject({ taken: 1, state: 'ok', reason: '' })
  })
})
