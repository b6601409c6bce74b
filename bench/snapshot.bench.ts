import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import type { Database } from '../src/backend/db/database'
import { openEmbedded } from '../src/backend/db/openEmbedded'
import { ticket, timelineEvent } from '../src/backend/db/schema'
import { toInstant, toZone } from '../src/domain/calendar/time'
import { startDesktopBus } from '../tests/journeys/lib/desktopBus'
import { launchDesk } from '../tests/journeys/lib/launchDesk'
import { startBackendProcess } from '../tests/journeys/lib/startBackendProcess'
import { people, signInAtDesk } from '../tests/journeys/lib/world'

/** A desk that fetches everything: how long, and how long it keeps the person waiting at most (P13). */
const rows = 50_000
const eventsOfTicket = 9
const openShare = 4
const at = toInstant(Date.UTC(2026, 10, 24, 16, 0))

const addRows = async (database: Database): Promise<void> => {
  const tickets = Math.floor(rows / (eventsOfTicket + 1))
  for (let done = 0; done < tickets; done += 500) {
    const ids = Array.from({ length: Math.min(500, tickets - done) }, () => randomUUID())
    await database.write(async (tx, touched) => {
      await tx.insert(ticket).values(
        ids.map((id, n) => ({
          id, number: 1_000_000 + done + n, requester: { name: 'Pat Lind', email: 'pat@northwind.example', phone: null }, zone: toZone('America/Chicago'), channel: 'portal' as const,
          brief: `Inbound faxes stay in the queue ${String(done + n)}`, receivedAt: at, customerPriority: n % 50 === 0 ? ('urgent' as const) : ('medium' as const), productionDown: false,
          environment: 'production' as const, answerBy: 'phone' as const, state: n % openShare === 0 ? ('open' as const) : ('closed' as const),
          facts: [{ kind: 'priority' as const, at, priority: 'medium' as const, productionDown: false, by: 'customer' as const }], lastActivityAt: at,
        })),
      )
      const events = ids.flatMap((ticketId) => Array.from({ length: eventsOfTicket }, (_, n) => ({ id: randomUUID(), ticketId, n })))
      for (let begin = 0; begin < events.length; begin += 1_000) {
        await tx.insert(timelineEvent).values(
          events.slice(begin, begin + 1_000).map(({ id, ticketId, n }) => ({
            id, ticketId, at, actor: { kind: 'system' as const, id: null, name: 'bench' }, body: { kind: 'note' as const, text: `Entry ${String(n)}: the carrier was called, the trunk restarted, and two faxes were sent to see whether they arrive.` },
          })),
        )
      }
      for (const id of ids) touched.put('ticket', id)
      for (const { id } of events) touched.put('timelineEvent', id)
    })
  }
}

/** Watches in the page for how long nothing else could run. */
const watchBlocks = async (window: Page): Promise<void> =>
  window.evaluate(() => {
    const kept = globalThis as unknown as { longest: number; blocks: number[] }
    kept.longest = 0
    kept.blocks = []
    const channel = new MessageChannel()
    let last = performance.now()
    channel.port1.addEventListener('message', () => {
      const now = performance.now()
      if (now - last > 50) kept.blocks.push(Math.round(now - last))
      kept.longest = Math.max(kept.longest, now - last)
      last = now
      setTimeout(() => channel.port2.postMessage(null), 1)
    })
    channel.port1.start()
    channel.port2.postMessage(null)
  })

interface Blocks {
  readonly longest: number
  readonly blocks: readonly number[]
}

/** What `watchBlocks` has seen, in milliseconds: the longest, and every one above 50. */
const sayBlocks = async (window: Page): Promise<string> => {
  const { longest, blocks } = await window.evaluate((): Blocks => {
    const kept = globalThis as unknown as Blocks
    return { longest: kept.longest, blocks: kept.blocks }
  })
  return `blocked ${longest.toFixed(0)} ms at most, ${String(blocks.length)} times above 50 ms`
}

const becomesLive = async (window: Page): Promise<number> => {
  const began = performance.now()
  await expect(window.getByTestId('connection')).toHaveAttribute('data-phase', 'live', { timeout: 180_000 })
  return performance.now() - began
}

const folder = mkdtempSync(join(tmpdir(), 'engineer-console-bench-'))
const bus = await startDesktopBus()
try {
  const dataDir = join(folder, 'backend')
  const first = await startBackendProcess({ dataDir, demo: true })
  await first.stop()
  const database = await openEmbedded(dataDir)
  await addRows(database)
  await database.close()
  const backend = await startBackendProcess({ dataDir, demo: true })
  const { window, kill } = await launchDesk({ profile: join(folder, 'desk'), backend: backend.url, busAddress: bus.address })
  await watchBlocks(window)
  await signInAtDesk(window, people.engineer.email)
  const seen = performance.now()
  await window.getByTestId('queue-row').first().waitFor({ timeout: 120_000 })
  const firstRows = performance.now() - seen
  const whole = await becomesLive(window)
  console.log(`first sync of ${String(rows)} rows: rows on screen after ${firstRows.toFixed(0)} ms, live after ${(firstRows + whole).toFixed(0)} ms; ${await sayBlocks(window)}`)

  await backend.stop()
  const again = await openEmbedded(dataDir)
  await again.queries.execute(sql`update sync_head set epoch = ${randomUUID()}`)
  await again.close()
  await expect(window.getByTestId('connection')).toHaveAttribute('data-phase', 'offline', { timeout: 60_000 })
  await watchBlocks(window)
  await window.evaluate(() => {
    const kept = globalThis as unknown as { least: number }
    kept.least = Number.MAX_SAFE_INTEGER
    setInterval(() => {
      kept.least = Math.min(kept.least, document.querySelectorAll('[data-testid="queue-row"]').length)
    }, 5)
  })
  const restored = await startBackendProcess({ dataDir, demo: true, port: backend.port, smtpPort: backend.smtpPort })
  await expect(window.getByTestId('connection')).toHaveAttribute('data-phase', 'catchingUp', { timeout: 60_000 })
  const renewed = await becomesLive(window)
  console.log(`everything anew behind the screen: ${renewed.toFixed(0)} ms; ${String(await window.evaluate(() => (globalThis as unknown as { least: number }).least))} rows on screen at least; ${await sayBlocks(window)}`)
  await kill()
  await restored.kill()
} finally {
  await bus.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
