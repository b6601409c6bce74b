import { z } from 'zod'
import { idShape, instantShape } from '../shapes'

/**
 * One intent on the wire. `mut` counts from 1 per device without gaps; the backend applies each number once
 * (sync.md, Server apply). `args` stay unparsed here so that one bad command is refused alone, with its text.
 */
export const mutationShape = z.object({
  mut: z.int().min(1),
  name: z.string().max(60),
  version: z.int().min(1),
  args: z.unknown(),
  /** The `rev` of each field's row the person was looking at. */
  base: z.record(z.string(), z.int().min(0)),
  /** The desk's clock when the person acted; the backend clamps it, never orders by it. */
  clientTime: instantShape,
})
export type Mutation = z.infer<typeof mutationShape>

/**
 * The name of an intent that was taken back before the backend dealt with it. It only fills its number, and is answered with
 * a refusal of this same code; any other answer says that what it replaces had arrived before.
 */
export const withdrawnName = 'withdrawn'

/** `POST /api/sync/push`: intents of one device in order. */
export const pushRequestShape = z.object({
  device: idShape,
  mutations: z.array(mutationShape).min(1).max(200),
})
export type PushRequest = z.infer<typeof pushRequestShape>

/** What became of one intent. A refusal is final, has a sentence for the person, and does not hold up later ones. */
export const commandResultShape = z.discriminatedUnion('outcome', [
  z.object({ mut: z.int(), outcome: z.literal('applied') }),
  z.object({
    mut: z.int(),
    outcome: z.literal('refused'),
    code: z.string(),
    sentence: z.string(),
    /** The timeline entry of the other person's write that stands instead, when that is why (P7). */
    theirs: idShape.exactOptional(),
  }),
])
export type CommandResult = z.infer<typeof commandResultShape>

/** The results of what was sent, and the number of the last intent the backend has dealt with. */
export const pushResponseShape = z.object({ lastMut: z.int().min(0), results: z.array(commandResultShape) })
export type PushResponse = z.infer<typeof pushResponseShape>
