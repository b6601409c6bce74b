import { onCallAt } from '../onCall/onCallAt'
import type { PageGate } from './page'
import type { PageFacts } from './pageFacts'

/** The answer of the rota gate with the engineer it found. */
export interface RotaAnswer {
  readonly gate: PageGate
  readonly engineerId: string | null
}

/** Who is on call: the primary, else the second (R79). A gap never cancels a page: it is told, loudly (P35). */
export const rotaGate = ({ now, shifts }: PageFacts): RotaAnswer => {
  const primary = onCallAt(shifts, now, 'primary')
  if (primary !== null) {
    return { gate: { gate: 'rota', pass: true, rule: 'R79', sentence: 'The rota names a primary engineer on call.' }, engineerId: primary.engineerId }
  }
  const second = onCallAt(shifts, now, 'second')
  return second === null
    ? { gate: { gate: 'rota', pass: false, rule: 'R79', sentence: 'The rota names nobody on call at this moment.' }, engineerId: null }
    : {
        gate: { gate: 'rota', pass: true, rule: 'R79', sentence: 'The rota names no primary engineer, so the second on call is taken.' },
        engineerId: second.engineerId,
      }
}
