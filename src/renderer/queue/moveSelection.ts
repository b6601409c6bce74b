/**
 * The ticket `step` rows on from the selected one, by id. Stops at the ends; with nothing selected, or a selection
 * that is no longer in the list, begins at the top.
 */
export function moveSelection(ids: readonly string[], selected: string | null, step: 1 | -1): string | null {
  const index = selected === null ? -1 : ids.indexOf(selected)
  if (index === -1) return ids[0] ?? null
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))] ?? null
}
