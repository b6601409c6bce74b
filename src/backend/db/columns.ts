import { bigint, customType } from 'drizzle-orm/pg-core'
import type { CalendarDate, Instant, ZoneId } from '../../domain/calendar/time'

/** `timestamptz(3)` in the database, an `Instant` (milliseconds UTC) in code. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => (value instanceof Date ? value : new Date(value)).getTime() as Instant,
})

/** An IANA name. */
export const zone = customType<{ data: ZoneId; driverData: string }>({ dataType: () => 'text' })

/** `date` in the database, `YYYY-MM-DD` in code. */
export const calendarDate = customType<{ data: CalendarDate; driverData: string | Date }>({
  dataType: () => 'date',
  fromDriver: (value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)) as CalendarDate,
})

/** The commit number a row was last stamped with; 0 until `recordChange` stamps it at the end of the transaction. */
export const rev = () => bigint('rev', { mode: 'number' }).notNull().default(0)
