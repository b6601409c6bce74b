import type { RefusedRow, OutboxRow } from '../cache/outboxRow'

/** An outbox as a file a person keeps: what waits and what was refused, each whole. Instants are ISO 8601 in UTC. */
export const exportOutbox = (given: { readonly engineer: string; readonly exportedAt: number; readonly waiting: readonly OutboxRow[]; readonly refused: readonly RefusedRow[] }): string => {
  const entryOf = ({ command, at }: OutboxRow) => ({ at: new Date(at).toISOString(), what: command.name, ...command.args })
  return `${JSON.stringify(
    {
      engineer: given.engineer,
      exportedAt: new Date(given.exportedAt).toISOString(),
      waiting: given.waiting.map(entryOf),
      refused: given.refused.map((row) => ({ ...entryOf(row), refusedBecause: row.sentence })),
    },
    null,
    2,
  )}\n`
}
