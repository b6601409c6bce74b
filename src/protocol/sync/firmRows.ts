import { z } from 'zod'
import { engineerRoles } from '../../domain/access/engineer'
import type { Engineer } from '../../domain/access/engineer'
import { shiftKinds, shiftRanks } from '../../domain/onCall/shift'
import type { Shift } from '../../domain/onCall/shift'
import { emailStops } from '../../domain/policy/policy'
import type { Policy } from '../../domain/policy/policy'
import { policyFields } from '../../domain/policy/policyFields'
import type { NumberField } from '../../domain/policy/policyFields'
import { callOutcomes } from '../../domain/ticket/ticket'
import { dateShape, idShape, instantShape, revShape, zoneShape } from '../shapes'

export const engineerRow = z.object({
  id: idShape,
  rev: revShape,
  name: z.string(),
  initials: z.string(),
  email: z.string(),
  phone: z.string(),
  role: z.enum(engineerRoles),
  zone: zoneShape,
  active: z.boolean(),
}) satisfies z.ZodType<Engineer>

export const shiftRow = z.object({
  id: idShape,
  rev: revShape,
  engineerId: idShape,
  rank: z.enum(shiftRanks),
  startsAt: instantShape,
  endsAt: instantShape,
  kind: z.enum(shiftKinds),
  coversShiftId: idShape.nullable(),
  reason: z.string(),
}) satisfies z.ZodType<Shift>

/** A number of the policy within the bounds that the domain gives it. */
const numberOf = ({ min, max }: NumberField): z.ZodInt => z.int().min(min).max(max)
const person = z.object({ name: z.string(), email: z.string() })

export const policyValuesShape = z.object({
  firmName: z.string(),
  supportAddress: z.string(),
  accessAddress: z.string(),
  techLine: z.string(),
  supportQuestions: person,
  servicesQuestions: person,
  officeZone: zoneShape,
  hoursFollow: z.enum(['site', 'office']),
  serviceHours: z.array(
    z.object({
      weekday: z.int().min(1).max(7),
      fromMinute: z.int().min(0).max(1440),
      toMinute: z.int().min(0).max(1440),
    }),
  ),
  holidays: z.array(z.object({ date: dateShape, name: z.string() })),
  assignmentMinutes: numberOf(policyFields.assignmentMinutes),
  urgentCallbackMinutes: numberOf(policyFields.urgentCallbackMinutes),
  highCallbackMinutes: numberOf(policyFields.highCallbackMinutes),
  mediumCallbackMinutes: numberOf(policyFields.mediumCallbackMinutes),
  lowCallbackMinutes: numberOf(policyFields.lowCallbackMinutes),
  answerMinutes: numberOf(policyFields.answerMinutes),
  callbackStoppedBy: z.array(z.enum(callOutcomes)),
  emailStopsCallback: z.enum(emailStops),
  pageAcknowledgeMinutes: numberOf(policyFields.pageAcknowledgeMinutes),
  pageCallbackMinutes: numberOf(policyFields.pageCallbackMinutes),
  pageSecondMinutes: numberOf(policyFields.pageSecondMinutes),
  pageManagerMinutes: numberOf(policyFields.pageManagerMinutes),
  handOverAtClosing: z.boolean(),
  engineerUrgentPages: z.boolean(),
  contractGraceDays: numberOf(policyFields.contractGraceDays),
  staffedFirstMinutes: numberOf(policyFields.staffedFirstMinutes),
  rotaHandOver: z.object({ weekday: z.int().min(1).max(7), minute: z.int().min(0).max(1439) }),
  rotaWeeks: numberOf(policyFields.rotaWeeks),
  accessCutoffMinutes: numberOf(policyFields.accessCutoffMinutes),
  temporaryAccessDays: numberOf(policyFields.temporaryAccessDays),
})

export const policyRow = z.object({
  id: z.literal('policy'),
  rev: revShape,
  version: z.int().min(1),
  values: policyValuesShape,
}) satisfies z.ZodType<Policy>
