/**
 * How many rows a list must scroll after a change so that the row at its upper edge stays there. When that row is gone,
 * the next one that is left holds the place.
 * @param first index of the row at the upper edge, before the change
 * @returns rows to scroll; 0 when nothing that was visible is left to hold on to
 */
export function anchorShift(before: readonly string[], after: readonly string[], first: number): number {
  const places = new Map(after.map((id, index) => [id, index]))
  for (const [index, id] of before.entries()) {
    const place = places.get(id)
    if (index >= first && place !== undefined) return place - index
  }
  return 0
}
