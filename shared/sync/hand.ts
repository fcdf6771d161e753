/**
 * In this header a page tells with each request how long ago a hand was last on its desk: the key that its session
 * gave it, and seconds. Who has the session's cookie alone can say nothing of it.
 */
export const HAND = 'desk-hand'

/** The longest that can be said: eleven days are beyond any session. */
const MOST = 999_999

export function handWords(key: string, seconds: number): string {
  return `${key} ${Math.min(MOST, Math.max(0, Math.floor(seconds)))}`
}

/** Null where it is not said as it is to be. */
export function readHand(words: string): { readonly key: string; readonly seconds: number } | null {
  const [, key, seconds] = /^([\w-]{43}) (\d{1,6})$/.exec(words) ?? []
  return key === undefined ? null : { key, seconds: Number(seconds) }
}
