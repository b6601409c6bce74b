import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { addEngineer } from '../fixtures/backendWorld'
import { addPortalCustomer } from '../fixtures/customerBackend'
import { hiddenField, openBrowser } from '../fixtures/portalBrowser'
import { openTarget } from './openTarget'
import { readSoakArguments } from './readSoakArguments'
import { runSoak } from './runSoak'
import { welchTest } from './welchTest'

/** Two-sided, at the level of one false alarm in a thousand runs. */
const mostDeviations = 3.29

/** Milliseconds of one question about somebody. Each comes from another address, so that no limit answers in its place. */
type Ask = (email: string, address: string) => Promise<number>

const timed = async (app: FastifyInstance, call: InjectOptions): Promise<number> => {
  const began = performance.now()
  await app.inject(call)
  return performance.now() - began
}

const addressOf = (index: number): string => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`

/** P43: whether the time of an answer tells somebody we know from somebody we do not; by turns, so that a busy moment meets both. */
runSoak(async (backend) => {
  const { number } = readSoakArguments(process.argv.slice(2), ['rounds'], { rounds: 1_000 })
  const rounds = number('rounds')
  const { app, close } = await openTarget(backend)
  const people = { desk: (await addEngineer(backend.database)).email, portal: (await addPortalCustomer(backend.database)).email }
  const browser = openBrowser(app)
  const formToken = hiddenField((await browser.get('/sign-in')).body, 'formToken')
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const form = (url: string, fields: Readonly<Record<string, string>>): Ask => async (email, remoteAddress) =>
    timed(app, { method: 'POST', url, remoteAddress, headers: { cookie, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ formToken, email, ...fields }).toString() })

  const questions: readonly (readonly [string, string, Ask])[] = [
    ['desk sign-in', people.desk, async (email, remoteAddress) => timed(app, { method: 'POST', url: '/api/session', remoteAddress, payload: { email, password: 'not the one', device: { id: randomUUID(), name: 'a desk' } } })],
    ['portal sign-in', people.portal, form('/sign-in', { password: 'not the one' })],
    ['forgotten password', people.portal, form('/forgotten-password', {})],
    ['access asked for', people.portal, form('/ask-for-access', { name: 'Kim Hall', phone: '+1 612 555 0199', company: 'Northwind Clinics' })],
  ]
  let kept = true
  let asked = 0
  for (const [what, known, ask] of questions) {
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      // Limits count by the clock: each round is an hour of its own.
      backend.setNow((backend.context.now() + 3_600_000) as ReturnType<typeof backend.context.now>)
      const stranger = `${randomUUID()}@northwind.example`.slice(-known.length)
      const turns = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      for (const turn of turns) times[turn].push(await ask(turn === 'known' ? known : stranger, addressOf((asked += 1))))
    }
    const { deviations, means } = welchTest(times.known, times.unknown)
    const told = Math.abs(deviations) > mostDeviations
    kept &&= !told
    console.log(`${told ? 'BROKEN ' : ''}${what}: known ${means[0].toFixed(2)} ms, unknown ${means[1].toFixed(2)} ms, t = ${deviations.toFixed(2)} at n = ${rounds} each`)
  }
  await close()
  return kept
})
