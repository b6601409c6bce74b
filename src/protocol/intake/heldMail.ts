import { z } from 'zod'
import { idShape, instantShape, typedText } from '../shapes'

const ticketNameShape = z.object({ id: idShape, number: z.int().positive() })

/** A mail that became no ticket and waits for an engineer. All of it but `reason` is a stranger's claim, and plain text. */
export const heldMailShape = z.object({
  id: idShape,
  /** Whom it says it is from; empty when it does not say. */
  from: z.string(),
  subject: z.string(),
  receivedAt: instantShape,
  /** Why it is held, as the end of “It is held because …”. */
  reason: z.string(),
  /** How it begins; empty when nothing of it could be read. */
  preview: z.string(),
  /** The ticket it answers, when our token and its sender say so. */
  answers: ticketNameShape.nullable(),
})
export type HeldMail = z.infer<typeof heldMailShape>

/** `GET /api/held-mail`: the newest ones first; `waiting` counts all, also those too many to list. */
export const heldMailListShape = z.object({ mails: z.array(heldMailShape), waiting: z.int().min(0) })
export type HeldMailList = z.infer<typeof heldMailListShape>

/** `POST /api/held-mail/:id/release`: as a ticket of its own, or as a message on the ticket it answers. */
export const releaseHeldMailShape = z.object({ as: z.enum(['ticket', 'answer']) })
export type ReleaseHeldMail = z.infer<typeof releaseHeldMailShape>

/** `POST /api/held-mail/:id/discard`. The mail stays stored with the reason. */
export const discardHeldMailShape = z.object({ reason: typedText('The reason', 500) })

/** What became of it; `before` = somebody had dealt with it, and this request changed nothing. */
export const heldMailOutcomeShape = z.object({
  outcome: z.enum(['released', 'discarded', 'before']),
  ticket: ticketNameShape.nullable(),
  /** For the engineer. */
  sentence: z.string(),
})
export type HeldMailOutcome = z.infer<typeof heldMailOutcomeShape>
