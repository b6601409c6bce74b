import { toInstant } from '../../src/domain/calendar/time'
import type { DigestResponse } from '../../src/protocol/sync/digest'
import type { PullResponse } from '../../src/protocol/sync/pull'
import { addHash, identityText, sumText } from '../../src/protocol/sync/rowSum'
import type { SnapshotLine } from '../../src/protocol/sync/snapshot'
import { syncedTableNames } from '../../src/protocol/sync/tables'
import type { DeskCache } from '../../src/renderer/cache/deskCache'
import { hashText } from '../../src/renderer/cache/hashText'
import { deskTicket } from '../../src/renderer/fixtures/deskTicket'
import { exampleEngineer } from '../../src/renderer/fixtures/exampleEngineer'
import { exampleId } from '../../src/renderer/fixtures/exampleId'
import { examplePage, travelling } from '../../src/renderer/fixtures/examplePage'
import { memoryJournal } from '../../src/renderer/fixtures/memoryJournal'
import type { RoundParts } from '../../src/renderer/sync/syncRound'

/** A backend of fixed rows, as far as a copy of them is concerned. */
export const backendRows: PullResponse['rows'] = [
  ...Array.from({ length: 60 }, (_, n) => travelling('ticket', deskTicket(100 + n))),
  ...Array.from({ length: 12 }, (_, n) => travelling('engineer', exampleEngineer(1 + n))),
]

const digestsOf = (rows: PullResponse['rows']): NonNullable<DigestResponse['digests']> =>
  Object.fromEntries(
    syncedTableNames.map((table) => {
      const mine = rows.filter((each) => each.table === table)
      const sum = mine.reduce((total, { row }) => addHash(total, hashText(identityText(row['id'] as string, row['rev'] as number))), 0n)
      return [table, { count: mine.length, sum: sumText(sum) }]
    }),
  )

const linesOf = (rows: PullResponse['rows']): readonly SnapshotLine[] => [
  { kind: 'begin', cursor: examplePage().cursor, total: rows.length, lastMut: 0 },
  ...rows.map((row): SnapshotLine => ({ kind: 'row', ...row })),
  { kind: 'end' },
]

/** A desk's round against that backend; what was not sent yet stays unsent. `asked` = the tables that were read again. */
export const roundParts = (cache: DeskCache, journal: RoundParts['journal'] = memoryJournal().journal) => {
  const asked: (string | undefined)[] = []
  const parts: RoundParts = {
    cache, journal, token: async () => 'token', deviceId: exampleId(5), engineerId: exampleId(1), now: () => toInstant(9), check: true, setTimer: () => () => undefined, progress: () => undefined,
    client: {
      pull: async () => examplePage(),
      digest: async () => ({ ...examplePage(), digests: digestsOf(backendRows) }),
      push: async () => Promise.reject(new Error('offline')),
      snapshot: async (_token, { table }) => {
        asked.push(table)
        return (async function* send() {
          yield linesOf(backendRows.filter((each) => table === undefined || each.table === table))
        })()
      },
    },
  }
  return { parts, asked }
}
