import * as fc from 'fast-check'
import type { CommandName } from '../../src/protocol/commands/ticketCommands'
import { crashPoints } from './SimDesk'
import type { CrashLoss, CrashPoint } from './SimDesk'
import type { LineState } from './SimLine'

/** What a person at a desk does in a run. */
export const givenKinds = ['addNote', 'reply', 'claim', 'release', 'acknowledge', 'setPriority', 'identify', 'setState', 'logCall'] as const satisfies readonly CommandName[]
export type GivenKind = (typeof givenKinds)[number]

/** One thing that happens in a run. `desk` and `ticket` count round, whatever their number. */
export type Act =
  | { readonly kind: 'give'; readonly desk: number; readonly command: GivenKind; readonly ticket: number; readonly pick: number }
  | { readonly kind: 'line'; readonly desk: number; readonly state: Exclude<LineState, 'open'>; readonly forMs: number }
  | { readonly kind: 'crash'; readonly desk: number; readonly point: CrashPoint; readonly loss: CrashLoss }
  | { readonly kind: 'clock'; readonly desk: number; readonly error: number }
  | { readonly kind: 'wake'; readonly desk: number }
  | { readonly kind: 'customer'; readonly ticket: number }
  | { readonly kind: 'rota'; readonly shift: number }
  | { readonly kind: 'outage'; readonly forMs: number }
  | { readonly kind: 'backup'; readonly slot: number }
  | { readonly kind: 'restore'; readonly slot: number }

/** `after`: milliseconds since the step before. `rush`: what that one began is still going on. */
export interface Step {
  readonly after: number
  readonly rush: boolean
  readonly act: Act
}

/** Everything a run does by itself; `noise` seeds what happens on the way. */
export interface Plan {
  readonly noise: number
  readonly desks: number
  /** How bad the lines are, from 0 to 3. */
  readonly lines: number
  readonly steps: readonly Step[]
}

const hour = 3_600_000
const desk = fc.nat(4)
const ticket = fc.nat(5)
const span = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 100, max: 5_000 }) }, { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 120_000 }) })

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 60, arbitrary: fc.record({ kind: fc.constant('give' as const), desk, command: fc.constantFrom(...givenKinds), ticket, pick: fc.nat(99) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('line' as const), desk, state: fc.constantFrom('cut' as const, 'frozen' as const, 'buffering' as const), forMs: span }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('crash' as const), desk, point: fc.constantFrom(...crashPoints), loss: fc.constantFrom('process' as const, 'power' as const, 'cache' as const, 'powerAndCache' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('clock' as const), desk, error: fc.constantFrom(-hour, hour, -120_000, 10 * 365 * 24 * hour, 0) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wake' as const), desk }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('customer' as const), ticket }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('rota' as const), shift: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('outage' as const), forMs: span }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('backup' as const), slot: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), slot: fc.nat(1) }) },
)

const pause = fc.oneof({ weight: 4, arbitrary: fc.nat(300) }, { weight: 4, arbitrary: fc.nat(4_000) }, { weight: 1, arbitrary: fc.nat(60_000) })

/** Plans of about `steps` steps. */
export const plansOf = (steps: number): fc.Arbitrary<Plan> =>
  fc.record({
    noise: fc.noShrink(fc.integer()),
    desks: fc.integer({ min: 3, max: 5 }),
    lines: fc.nat(3),
    steps: fc.array(fc.record({ after: pause, rush: fc.boolean(), act: acts }), { minLength: Math.ceil(steps * 0.6), maxLength: steps, size: 'max' }),
  })
