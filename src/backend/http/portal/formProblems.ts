import type { ZodError } from 'zod'
import type { FormProblem } from '../../../portal/form/formProblem'

/** Choices have no words of their own in a schema; nobody can mistype them, so this is about a broken page. */
const choices: Readonly<Record<string, string>> = {
  priority: 'Please choose one of the four priorities.',
  environment: 'Please choose which server it is about.',
  answerBy: 'Please choose how we shall answer.',
}

/** What a schema found, one sentence a field. */
export const formProblems = (error: ZodError): FormProblem[] => {
  const byField = new Map<string, FormProblem>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? '')
    if (!byField.has(field)) byField.set(field, { field: field === '' ? null : field, message: choices[field] ?? message })
  }
  return [...byField.values()]
}
