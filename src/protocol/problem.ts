import { z } from 'zod'

/** What kind of trouble; a desk decides by this and shows the sentence. */
export const problemCodes = [
  'badRequest',
  'wrongCredentials',
  'sessionExpired',
  'deviceRevoked',
  'notAllowed',
  'notFound',
  'outOfOrder',
  'tooLarge',
  'tooMany',
  'versionMismatch',
  'unavailable',
  'internal',
] as const

/** The body of every answer that is not a success. `message` says what is wrong and what to do. */
export const problemShape = z.object({
  error: z.object({
    code: z.enum(problemCodes),
    message: z.string(),
    /** The fields that are wrong, each with its own sentence. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** With `outOfOrder`: the number the backend expects next. */
    expected: z.int().optional(),
  }),
})
export type Problem = z.infer<typeof problemShape>
export type ProblemCode = (typeof problemCodes)[number]
