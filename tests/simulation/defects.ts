/**
 * Defects that can be put into a simulated run, to show that it would notice them. They exist in the simulation only:
 * each wraps a part of the real code.
 *
 * `cursorAhead`: a page's cursor is the head at its arrival, not at its reading, as with a number that is taken early.
 * `confirmBeforeRows`: an intent leaves outbox and journal with the answer to its push, before its rows or its refusal.
 * `lostDedupe`: an intent that arrives a second time takes effect a second time.
 * `journalNotSynced`: the disk under the journal only pretends to sync.
 * `resetDropsOutbox`: beginning anew drops what was not sent yet.
 */
export const defects = ['cursorAhead', 'confirmBeforeRows', 'lostDedupe', 'journalNotSynced', 'resetDropsOutbox'] as const
export type Defect = (typeof defects)[number]
