import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { expect, it } from 'vitest'
import { shiftRow } from '../../protocol/sync/firmRows'
import { migrationsFolder } from './migrationsFolder'
import { shift } from './schema'

const run = async (client: PGlite, name: string): Promise<void> => {
  await client.exec(readFileSync(join(migrationsFolder, `${name}.sql`), 'utf8'))
}

it('R79 keeps the shifts of a database from before swaps, as regular ones', async () => {
  const client = await PGlite.create()
  await run(client, '0000_first')
  await client.exec(`
    insert into engineer (id, name, initials, email, phone, role, zone, active) values
      ('00000000-0000-4000-8000-000000000001', 'Dana Reyes', 'DR', 'dana@desk.example', '', 'helpdesk', 'America/Chicago', true);
    insert into shift (id, rev, engineer_id, rank, starts_at, ends_at) values
      ('00000000-0000-4000-8000-000000000002', 7, '00000000-0000-4000-8000-000000000001', 'primary', '2026-11-23T14:00Z', '2026-11-30T14:00Z')`)
  await run(client, '0001_shift_kinds')
  const rows = await drizzle(client).select().from(shift)
  expect(rows.map((row) => shiftRow.parse(row))).toMatchObject([{ rev: 7, kind: 'regular', coversShiftId: null, reason: '' }])
  await client.close()
})
