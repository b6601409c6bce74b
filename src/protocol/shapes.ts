import { z } from 'zod'
import { isZone } from '../domain/calendar/isZone'
import { endOfTime } from '../domain/calendar/time'
import type { CalendarDate, Instant, ZoneId } from '../domain/calendar/time'

/** An instant on the wire: whole milliseconds since 1970-01-01T00:00Z, before the year 2200. */
export const instantShape = z.int().min(0).max(endOfTime - 1).meta({
  description: 'Milliseconds since 1970-01-01T00:00Z',
}) as unknown as z.ZodType<Instant, Instant>

/** An IANA time-zone name this build knows. */
export const zoneShape = z
  .string()
  .refine(isZone, 'is not a known IANA time zone such as America/Chicago')
  .meta({ description: 'IANA time zone' }) as unknown as z.ZodType<ZoneId, ZoneId>

/** A calendar day `YYYY-MM-DD`. */
export const dateShape = z.iso.date() as unknown as z.ZodType<CalendarDate, CalendarDate>

export const idShape = z.uuid()

/** The commit number that last touched a row: one transaction, one number (sync.md). */
export const revShape = z.int().min(0)

/** Text a person typed: trimmed, never empty, at most `max` characters. */
export const typedText = (what: string, max: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1, `${what} is empty: please write something`)
    .max(max, `${what} is longer than ${max.toLocaleString('en-US')} characters: please shorten it or attach a file`)

/** Who did it; a null id is somebody without a row, or the system. */
export const actorShape = z.object({
  kind: z.enum(['engineer', 'customer', 'system']),
  id: idShape.nullable(),
  name: z.string(),
})
