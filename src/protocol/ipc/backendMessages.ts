import { z } from 'zod'
import { backendDescriptionShape } from './messages'

/** How the desk wants its embedded backend to run. The two ports are on loopback; 0 = any free one. */
export const embeddedOptionsShape = z.object({
  host: z.literal('127.0.0.1'),
  port: z.int().min(0).max(65_535),
  /** Null = no mail intake. */
  smtpPort: z.int().min(0).max(65_535).nullable(),
  /** The folder of the database and the stored files; made when missing. */
  dataDir: z.string().min(1),
  /** Fill an empty database with the demo world. */
  demo: z.boolean(),
})
export type EmbeddedOptions = z.infer<typeof embeddedOptionsShape>

/** What the main process tells the embedded backend: start once, and later stop and exit with code 0. */
export const backendOrderShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), options: embeddedOptionsShape }),
  z.object({ kind: z.literal('stop') }),
])
export type BackendOrder = z.infer<typeof backendOrderShape>

/**
 * What the embedded backend reports. After `failed` it exits with a code other than 0; `message` names what is wrong and what to do,
 * in words for the engineer whose desk it is.
 */
export const backendReportShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('listening'),
    url: z.string(),
    smtpPort: z.int().nullable(),
    demo: backendDescriptionShape.shape.demo,
  }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
])
export type BackendReport = z.infer<typeof backendReportShape>
