import type { Instant, ZoneId } from '../calendar/time'
import type { DutyEngineer } from './dutyEngineer'
import type { Shift } from './shift'

/** The rota as it stands, for whoever changes it or asks what is wrong with it. */
export interface RotaFacts {
  readonly shifts: readonly Shift[]
  readonly engineers: readonly DutyEngineer[]
  readonly now: Instant
  /** The office's zone, for times in words (R79). */
  readonly zone: ZoneId
}

/** The name of an engineer of the rota, or words for somebody who is not on file. */
export const nameOf = ({ engineers }: Pick<RotaFacts, 'engineers'>, engineerId: string): string =>
  engineers.find(({ id }) => id === engineerId)?.name ?? 'Somebody who is not on file'
