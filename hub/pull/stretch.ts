import type { CookieContent } from './cookie.ts'

/** What is still to be sent of a part: since when, from where. */
export interface Stretch {
  readonly reset: boolean
  readonly clear: readonly string[]
  readonly held: CookieContent['held']
  readonly fresh: CookieContent['fresh']
  readonly place: CookieContent['place']
}

/** Everything, from nothing. */
export function wholeStretch(granted: readonly string[], version: number): Stretch {
  const fresh = { since: version, buckets: [...granted], after: null, complete: false }
  return { reset: true, clear: [], held: { since: version, buckets: [] }, fresh, place: null }
}

/**
 * What a proven cookie leaves to be sent. A bucket that is newly granted is sent whole, and so is one whose
 * tombstones are younger than what the client has of it; one that is not granted any more just falls away.
 */
export function stretchSince(
  { held, fresh, place }: CookieContent,
  granted: readonly string[],
  version: number,
  horizons: ReadonlyMap<string, number>,
): Stretch {
  const knows = (since: number) => (bucket: string) => since >= (horizons.get(bucket) ?? 0)
  const kept = (of: readonly string[], since: number) =>
    of.filter(bucket => granted.includes(bucket) && knows(since)(bucket))
  const keep = kept(held.buckets, held.since)
  const going = fresh ? kept(fresh.buckets, fresh.since) : []
  const missing = granted.filter(bucket => !keep.includes(bucket) && !going.includes(bucket))
  const had = [...held.buckets, ...(fresh?.buckets ?? [])]
  const rest = { reset: false, held: { since: held.since, buckets: keep } }
  if (missing.length === 0) {
    const still = fresh && going.length > 0 ? { ...fresh, buckets: going } : null
    return { ...rest, clear: [], fresh: still, place }
  }
  const buckets = [...going, ...missing]
  const again = { buckets, after: null, complete: false }
  // What was sent of a bucket on its way may have left it since its start: it goes on from there, and is sent again.
  if (fresh && going.length > 0 && missing.every(knows(fresh.since))) {
    const clear = missing.filter(bucket => had.includes(bucket))
    return { ...rest, clear, fresh: { ...again, since: fresh.since }, place: null }
  }
  const clear = buckets.filter(bucket => had.includes(bucket))
  return { ...rest, clear, fresh: { ...again, since: version }, place: null }
}
