/** The beginning of a text, so long at most: half of a surrogate pair is no text, and PostgreSQL refuses it. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most)
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
