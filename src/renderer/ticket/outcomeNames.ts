import type { CallOutcome } from '../../domain/ticket/ticket'

/** What a call ended in, and what that means for the callback clock (R60). */
export const outcomeNames: Readonly<Record<CallOutcome, { readonly name: string; readonly clock: string }>> = {
  reached: { name: 'Reached', clock: 'stops the callback clock' },
  voicemail: { name: 'Left a voicemail', clock: 'stops the callback clock' },
  noAnswer: { name: 'No answer', clock: 'the callback clock runs on' },
  busy: { name: 'Busy', clock: 'the callback clock runs on' },
  wrongNumber: { name: 'Wrong number', clock: 'the callback clock runs on' },
}
