import { initialPriority } from '../../../domain/intake/initialPriority'
import { environments, priorities } from '../../../domain/ticket/ticket'
import type { SubmitDraft } from '../../../portal/submit/SubmitPage'

/** What the person typed so far, for showing the form again; a choice that is none falls back to its default (R11). */
export const draftOf = (fields: Readonly<Record<string, string>>): SubmitDraft => ({
  priority: initialPriority('portal', priorities.find((priority) => priority === fields['priority']) ?? null),
  brief: fields['brief'] ?? '',
  detail: fields['detail'] ?? '',
  environment: environments.find((environment) => environment === fields['environment']) ?? 'production',
  answerBy: fields['answerBy'] === 'email' ? 'email' : 'phone',
})
