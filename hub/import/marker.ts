/**
 * The marker of a row with too few or too many values, as far as it can be read: an extra value before it has
 * pushed it to the right, a lacking one to the left, so a Y at any of these places counts (ACC-3).
 */
export function raggedMarker(fields: readonly string[], position: number, width: number): 'Y' | null {
  const shift = fields.length - width
  const places = fields.slice(Math.max(0, position + Math.min(0, shift)), position + Math.max(0, shift) + 1)
  return places.some(place => place.trim() === 'Y') ? 'Y' : null
}
