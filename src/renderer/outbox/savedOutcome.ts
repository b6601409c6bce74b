/** Whether an intent is kept for good; if not, why, for the person. */
export type SavedOutcome = { readonly saved: true } | { readonly saved: false; readonly reason: string }
