import { z } from 'zod'
import { engineerRoles } from '../../domain/access/engineer'
import { completePageDecision } from '../../domain/afterHours/completePageDecision'
import { pageGates, pageTargets } from '../../domain/afterHours/page'
import type { Page, PageDecision } from '../../domain/afterHours/page'
import { pageOccasions } from '../../domain/afterHours/pageFacts'
import type { PageFacts } from '../../domain/afterHours/pageFacts'
import { idShape, instantShape, revShape, zoneShape } from '../shapes'
import { contractRow } from './customerRows'
import { policyValuesShape, shiftRow } from './firmRows'
import { channelShape, environmentShape, priorityShape } from './ticketRows'

const occasionShape = z.enum(pageOccasions)

const pageFactsShape = z.object({
  occasion: occasionShape,
  now: instantShape,
  channel: channelShape,
  customerPriority: priorityShape,
  engineerPriority: priorityShape.nullable(),
  environment: environmentShape,
  zone: zoneShape,
  policy: z.object({
    version: z.int().min(1),
    values: policyValuesShape.pick({
      officeZone: true,
      hoursFollow: true,
      serviceHours: true,
      holidays: true,
      pageSecondMinutes: true,
      handOverAtClosing: true,
      engineerUrgentPages: true,
      contractGraceDays: true,
      staffedFirstMinutes: true,
    }),
  }),
  customerId: idShape.nullable(),
  contracts: z.array(contractRow).nullable(),
  standby: z.array(
    z.object({
      id: idShape,
      rev: revShape,
      customerId: idShape,
      engineerId: idShape,
      startsAt: instantShape,
      endsAt: instantShape,
      quote: z.string(),
    }),
  ),
  shifts: z.array(shiftRow),
  engineers: z.array(z.object({ id: idShape, role: z.enum(engineerRoles), active: z.boolean() })),
  byHand: z.object({ by: z.string(), reason: z.string() }).nullable(),
}) satisfies z.ZodType<PageFacts>

/** A decision's record. Its facts serve to explain it, so a page whose facts cannot be read is still a page: they are null then. */
export const pageDecisionShape = z
  .object({
    occasion: occasionShape.exactOptional(),
    page: z.boolean(),
    decidedAt: instantShape,
    gates: z.array(z.object({ gate: z.enum(pageGates), pass: z.boolean(), rule: z.string(), sentence: z.string() })),
    sentence: z.string(),
    contractUnverified: z.boolean(),
    firstTo: z.enum(pageTargets).nullable().exactOptional(),
    engineerId: idShape.nullable(),
    rotaFrom: instantShape.nullable().exactOptional(),
    policyVersion: z.int(),
    facts: pageFactsShape.nullable().catch(null),
  })
  .transform(completePageDecision) satisfies z.ZodType<PageDecision>

export const pageRow = z.object({
  id: idShape,
  rev: revShape,
  ticketId: idShape,
  createdAt: instantShape,
  decision: pageDecisionShape,
  engineerId: idShape.nullable(),
  state: z.enum(['planned', 'acknowledged']),
  acknowledgedAt: instantShape.nullable(),
  acknowledgedBy: idShape.nullable(),
}) satisfies z.ZodType<Page>
