/**
 * The three measures of time. They never mix: a function takes and answers exactly one of them.
 *
 * - `Instant`: a point on the world's time line, milliseconds since 1970-01-01T00:00Z.
 * - wall clock: what a clock in a named `ZoneId` shows (see `sayTime.ts`).
 * - `BusinessMinutes`: minutes that lie inside service hours (R25–R29).
 */

/** A point in time: whole milliseconds since the epoch, UTC. */
export type Instant = number & { readonly __time: 'Instant' }

/** An IANA time-zone name such as `America/Chicago`. */
export type ZoneId = string & { readonly __time: 'ZoneId' }

/** A span counted only while the desk is open for the customer (R25). May be negative: overdue. */
export type BusinessMinutes = number & { readonly __time: 'BusinessMinutes' }

/** A span counted around the clock, as for pages (R64). May be negative: overdue. */
export type RealMinutes = number & { readonly __time: 'RealMinutes' }

/** A calendar day `YYYY-MM-DD`, to be read in a zone that the context names. */
export type CalendarDate = string & { readonly __time: 'CalendarDate' }

/** Marks a number of milliseconds since the epoch as an instant. */
export const toInstant = (milliseconds: number): Instant => milliseconds as Instant

/** Marks an IANA name as a zone; use `isZone` first on names from outside. */
export const toZone = (name: string): ZoneId => name as ZoneId

/** The first instant that no date of ours can have: 1 January 2200, UTC. */
export const endOfTime = 7_258_118_400_000 as Instant

/** The instant `minutes` real minutes after `at`. */
export const addRealMinutes = (at: Instant, minutes: number): Instant =>
  (at + minutes * 60_000) as Instant

/** Real minutes from `from` to `to`; negative when `to` is earlier. */
export const realMinutesBetween = (from: Instant, to: Instant): RealMinutes =>
  ((to - from) / 60_000) as RealMinutes
