import type { Instant } from '../../src/domain/calendar/time'
import { timelineEvent } from '../../src/backend/db/schema'
import { pendingIntents } from '../../src/renderer/cache/pendingIntents'
import { readMeta } from '../../src/renderer/cache/readMeta'
import { worldStart } from '../fixtures/backendWorld'
import { commandOf } from './commandOf'
import { countTasks } from './countTasks'
import { createDice } from './createDice'
import type { Defect } from './defects'
import { differences, dumpDesk, dumpServer } from './dumps'
import type { Act, Plan } from './plansOf'
import { SimBackend } from './SimBackend'
import type { BackendFaults, SimWorld } from './SimBackend'
import { SimClock } from './SimClock'
import { SimDesk } from './SimDesk'
import type { Saved } from './SimDesk'
import { SimLine } from './SimLine'
import type { LineFaults } from './SimLine'

/** Something a person did, and what they were told. */
interface Given {
  readonly desk: number
  readonly eventId: string
  readonly what: string
  saved: Saved | 'pending'
  /** The backend had dealt with it and the desk knew, and then an older copy of the database was restored. */
  lostByRestore: boolean
}

/** What came of a run. */
export interface RunOutcome {
  /** Promises broken, in words; empty when all were kept. */
  readonly failures: readonly string[]
  /** What happened, line by line: the same for the same plan. */
  readonly log: readonly string[]
  readonly figures: { readonly given: number; readonly saved: number; readonly refused: number; readonly crashes: number; readonly restores: number; readonly virtualMs: number }
}

const lineFaults: readonly [LineFaults, LineFaults, LineFaults, LineFaults] = [
  { losesRequest: 0, losesAnswer: 0, duplicates: 0, slowest: 50 },
  { losesRequest: 0.01, losesAnswer: 0.03, duplicates: 0.1, slowest: 400 },
  { losesRequest: 0.05, losesAnswer: 0.1, duplicates: 0.2, slowest: 3_000 },
  { losesRequest: 0.1, losesAnswer: 0.5, duplicates: 0.3, slowest: 1_000 },
]

/** How long, in virtual time, everybody may take to agree once the faults are over. */
const mostQuietMs = 20 * 60_000

/** Runs a plan from the world's beginning, lets everything calm down, and says what was not kept. */
export const runPlan = async (world: SimWorld, plan: Plan, defect: Defect | null = null): Promise<RunOutcome> => {
  const clock = new SimClock()
  const tasks = countTasks(clock)
  const dice = createDice(plan.noise)
  const faults: { -readonly [K in keyof BackendFaults]: number } = { rollsBack: plan.lines * 0.01, forgetsCommit: plan.lines * 0.01 }
  const failures: string[] = []
  const log: string[] = []
  const given: Given[] = []
  const kept = new Set<number>()
  let restores = 0
  const backend = await SimBackend.start(world, clock, createDice(dice.below(2 ** 31)), faults)
  const desks: SimDesk[] = []
  const lines: SimLine[] = []
  const note = (what: string): void => void log.push(`${clock.now()} ${what}`)

  for (const [nth, seat] of world.seats.slice(0, plan.desks).entries()) {
    const deskDice = createDice(dice.below(2 ** 31))
    const desk = new SimDesk({ name: `desk-${nth}-${plan.noise}`, clock, dice: deskDice, tasks, seat, defect, trouble: (sentence) => failures.push(sentence) })
    const line = new SimLine({
      clock, dice: deskDice, tasks, backend, seat, defect, faults: lineFaults[plan.lines as 0 | 1 | 2 | 3], arrived: (path) => desk.arrived(path),
    })
    desk.line = line
    desks.push(desk)
    lines.push(line)
    await tasks.during(desk.start())
  }

  const stopBackend = (): void => {
    backend.stop()
    for (const line of lines) line.breakAll()
  }
  const begin = (forMs: number): void => void clock.setTimer(() => {
    backend.begin()
    note('backend up')
  }, forMs)

  /** What a desk still holds of its own. */
  const heldBy = async (desk: SimDesk): Promise<ReadonlySet<string>> => {
    const held = new Set(await desk.journalled())
    if (desk.life !== null) for (const { eventId } of await pendingIntents(desk.life.cache, desk.seat.session.engineer.id)) held.add(eventId)
    return held
  }

  const restore = async (slot: number): Promise<void> => {
    stopBackend()
    await tasks.settled()
    const before = await backend.outcomes()
    await backend.restore(`kept${slot}`, dice.uuid())
    const after = await backend.outcomes()
    for (const [nth, desk] of desks.entries()) {
      const held = await heldBy(desk)
      for (const one of given) {
        if (one.desk === nth && before.get(one.eventId)?.includes('applied') && !after.has(one.eventId) && !held.has(one.eventId)) one.lostByRestore = true
      }
    }
    restores += 1
    begin(500)
  }

  const give = (act: Extract<Act, { kind: 'give' }>): void => {
    const nth = act.desk % desks.length
    const desk = desks[nth]
    const ticketId = world.ticketIds[act.ticket % world.ticketIds.length]
    if (desk === undefined || ticketId === undefined) throw new Error('a plan names what is not there')
    const eventId = dice.uuid()
    const command = commandOf(world, act.command, ticketId, act.pick, eventId, (worldStart + clock.now()) as Instant)
    const one: Given = { desk: nth, eventId, what: `${act.command} on ${ticketId} at desk ${nth}`, saved: 'pending', lostByRestore: false }
    given.push(one)
    void tasks.during(
      desk.give(command).then((saved) => {
        one.saved = saved
        note(`desk ${nth} ${act.command} ${typeof saved === 'string' ? saved : saved.notSaved}`)
      }),
    )
  }

  const run = async (act: Act): Promise<void> => {
    note(JSON.stringify(act))
    const nth = 'desk' in act ? act.desk % desks.length : 0
    const desk = desks[nth]
    const line = lines[nth]
    if (desk === undefined || line === undefined) throw new Error('a run has desks')
    switch (act.kind) {
      case 'give':
        return give(act)
      case 'line':
        line.state = act.state
        clock.setTimer(() => {
          line.state = 'open'
        }, act.forMs)
        return
      case 'crash':
        return desk.crashAt(act.point, act.loss)
      case 'clock':
        desk.clockError = act.error
        return
      case 'wake':
        return desk.wake()
      case 'customer':
        return backend.customerWrites(world.ticketIds[act.ticket % world.ticketIds.length] ?? '', 'Any news?', dice.uuid())
      case 'rota':
        return backend.changeRota(`00000000-0000-4000-8000-00000000000${act.shift}`)
      case 'outage':
        if (!backend.isUp) return
        stopBackend()
        return begin(act.forMs)
      case 'backup':
        kept.add(act.slot)
        return backend.keep(`kept${act.slot}`)
      case 'restore':
        return kept.has(act.slot) && backend.isUp ? restore(act.slot) : undefined
      default:
        return act satisfies never
    }
  }

  const advanceTo = async (until: number): Promise<void> => {
    do await tasks.settled()
    while (clock.next(until))
  }

  const agrees = async (): Promise<boolean> => {
    const head = await backend.head()
    for (const desk of desks) {
      if (desk.life === null || (await desk.life.cache.outbox.count()) > 0) return false
      const cursor = await readMeta(desk.life.cache, 'cursor')
      if (cursor?.epoch !== head.epoch || cursor.seq !== head.seq || (await desk.journalled()).length > 0) return false
    }
    return true
  }

  try {
    // The first sync comes before the first fault: nobody can give an intent to a desk that has no ticket.
    await advanceTo(60_000)
    for (const { after, rush, act } of plan.steps) {
      if (rush) await tasks.pass(dice.below(30))
      else await advanceTo(clock.now() + after)
      await run(act)
    }
    note('quiet')
    faults.rollsBack = 0
    faults.forgetsCommit = 0
    for (const desk of desks) {
      desk.forgetCrash()
      desk.clockError = 0
    }
    await advanceTo(clock.now() + 5_000)
    for (const line of lines) line.calmDown()
    backend.begin()
    const latest = clock.now() + mostQuietMs
    do await advanceTo(clock.now() + 5_000)
    while (clock.now() < latest && !(await agrees()))
    await advanceTo(clock.now() + 60_000)
    note('judged')

    const server = await dumpServer(world.database)
    const outcomes = await backend.outcomes()
    let refused = 0
    for (const [nth, desk] of desks.entries()) {
      if (desk.life === null) {
        failures.push(`desk ${nth} never started again`)
        continue
      }
      const { cache } = desk.life
      for (const difference of differences(await dumpDesk(cache), server)) failures.push(`P2 desk ${nth}: ${difference}`)
      const unparsed = await cache.parked.count()
      if (unparsed > 0) failures.push(`P2 desk ${nth} could not read ${unparsed} rows`)
      const waiting = await cache.outbox.toArray()
      if (waiting.length > 0) failures.push(`P6 desk ${nth} still holds ${waiting.map(({ mut }) => mut).join(', ')}`)
      const told = new Map((await cache.refused.toArray()).map((row) => [row.eventId, row]))
      refused += told.size
      for (const one of given.filter((each) => each.desk === nth)) {
        const applied = outcomes.get(one.eventId)?.includes('applied') === true
        const row = told.get(one.eventId)
        if (one.saved === 'pending') failures.push(`${one.what} was never answered`)
        if (one.saved === 'saved' && !applied && row === undefined && !one.lostByRestore && !desk.shownAndLost.has(one.eventId)) failures.push(`P5 ${one.what} (${one.eventId}) was told to be saved and is gone`)
        if (typeof one.saved === 'object' && (applied || row !== undefined)) failures.push(`P20 ${one.what} (${one.eventId}) was told not to be saved and came about`)
        if (row !== undefined && (row.sentence === '' || row.command.args.eventId !== one.eventId)) failures.push(`P6 ${one.what} was refused without its words`)
      }
    }
    failures.push(...(await judgeTimelines(world, given)))
    const crashes = desks.reduce((sum, desk) => sum + desk.crashes, 0)
    return { failures, log, figures: { given: given.length, saved: given.filter(({ saved }) => saved === 'saved').length, refused, crashes, restores, virtualMs: clock.now() } }
  } finally {
    for (const desk of desks) await desk.close()
    await tasks.settled()
    await backend.close()
    tasks.stop()
  }
}

/** What must hold of every ticket's timeline, whoever wrote it and whatever their clocks said. */
const judgeTimelines = async (world: SimWorld, given: readonly Given[]): Promise<readonly string[]> => {
  const failures: string[] = []
  const events = (await world.database.queries.select().from(timelineEvent)).toSorted((a, b) => a.rev - b.rev)
  const effects = new Map<string, number>()
  for (const { body } of events) {
    const text = 'text' in body ? body.text : 'reason' in body ? (body.reason ?? '') : ''
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0]
    if (id !== undefined) effects.set(id, (effects.get(id) ?? 0) + 1)
  }
  for (const one of given) if ((effects.get(one.eventId) ?? 0) > 1) failures.push(`P4 ${one.what} (${one.eventId}) took effect ${effects.get(one.eventId)} times`)
  for (const ticketId of world.ticketIds) {
    let holder: string | null = null
    let latest = 0
    for (const { at, body, id } of events.filter((event) => event.ticketId === ticketId)) {
      if (at < latest) failures.push(`P16 event ${id} of ${ticketId} is older than one before it`)
      latest = at
      if (body.kind === 'unassigned') holder = null
      if (body.kind !== 'assigned') continue
      if (holder !== null && holder !== body.engineerId) failures.push(`P8 ${ticketId} was claimed by ${body.engineerId} while ${holder} had it`)
      holder = body.engineerId
    }
  }
  const order = new Map(events.map(({ id }, at) => [id, at]))
  for (const desk of new Set(given.map((one) => one.desk))) {
    const mine = given.filter((one) => one.desk === desk).flatMap(({ eventId }) => order.get(eventId) ?? [])
    if (mine.some((at, nth) => nth > 0 && at < (mine[nth - 1] ?? 0))) failures.push(`P16 what desk ${desk} did stands in another order`)
  }
  return failures
}
