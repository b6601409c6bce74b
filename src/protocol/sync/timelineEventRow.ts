import { z } from 'zod'
import type { TimelineBody, TimelineEvent } from '../../domain/ticket/timelineEvent'
import { actorShape, idShape, instantShape, revShape } from '../shapes'
import { pageDecisionShape } from './pageRows'
import { callOutcomeShape, channelShape, priorityShape, stateShape } from './ticketRows'

const bodyShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), channel: channelShape, priority: priorityShape, text: z.string() }),
  z.object({
    kind: z.literal('message'),
    direction: z.enum(['in', 'out']),
    via: z.enum(['portal', 'email', 'desk']),
    text: z.string(),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({
    kind: z.literal('call'),
    outcome: callOutcomeShape,
    number: z.string(),
    contactName: z.string(),
    text: z.string(),
    startedAt: instantShape,
    minutes: z.int().min(0),
  }),
  z.object({ kind: z.literal('acknowledged') }),
  z.object({ kind: z.literal('heard') }),
  z.object({ kind: z.literal('assigned'), engineerId: idShape, engineerName: z.string(), reason: z.string().exactOptional() }),
  z.object({ kind: z.literal('unassigned'), reason: z.string() }),
  z.object({
    kind: z.literal('priority'),
    by: z.enum(['customer', 'engineer']),
    from: priorityShape,
    to: priorityShape,
    productionDown: z.boolean(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('state'), from: stateShape, to: stateShape, reason: z.string() }),
  z.object({ kind: z.literal('page'), pageId: idShape.nullable(), paged: z.boolean(), sentence: z.string(), decision: pageDecisionShape.nullable().default(null) }),
  z.object({ kind: z.literal('held'), reason: z.string() }),
  z.object({ kind: z.literal('released'), reason: z.string() }),
  z.object({ kind: z.literal('identified'), customerId: idShape, customerName: z.string() }),
  z.object({
    kind: z.literal('merged'),
    ticketId: idShape,
    number: z.int().positive(),
    from: priorityShape,
    to: priorityShape,
    productionDown: z.boolean(),
    reason: z.string(),
  }),
  z.object({ kind: z.enum(['unmerged', 'mergedInto', 'splitOff']), ticketId: idShape, number: z.int().positive(), reason: z.string() }),
  z.object({ kind: z.enum(['followUp', 'followUpKept']), followUpId: idShape, due: instantShape, text: z.string() }),
  z.object({ kind: z.literal('followUpDropped'), followUpId: idShape, due: instantShape, reason: z.string() }),
  z.object({ kind: z.literal('recording'), outcome: z.enum(['arrived', 'delayed', 'lost']), detail: z.string() }),
  z.object({ kind: z.literal('mail'), outcome: z.enum(['sent', 'kept', 'failed']), to: z.string(), detail: z.string() }),
]) satisfies z.ZodType<TimelineBody>

/** One entry of a timeline. */
export const timelineEventRow = z.object({
  id: idShape,
  rev: revShape,
  ticketId: idShape,
  at: instantShape,
  actor: actorShape,
  body: bodyShape,
}) satisfies z.ZodType<TimelineEvent>
