/** What providers put in the place of a number that was withheld; the digits spell ANONYMOUS on a keypad. */
const withheld = new Set(['', 'anonymous', 'restricted', 'unavailable', 'unknown', 'private', 'blocked', '266696687', '+266696687'])

/** The calling number as it was told, or null when it was withheld (R16). */
export const callingNumber = (from: string): string | null => (withheld.has(from.trim().toLowerCase()) ? null : from.trim())
