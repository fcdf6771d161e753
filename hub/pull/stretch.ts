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
  const holds = (since: number) => (bucket: string) =>
    granted.includes(bucket) && since >= (horizons.get(bucket) ?? 0)
  const keep = held.buckets.filter(holds(held.since))
  const going = fresh ? fresh.buckets.filter(holds(fresh.since)) : []
  const missing = granted.filter(bucket => !keep.includes(bucket) && !going.includes(bucket))
  const clear = missing.filter(bucket => held.buckets.includes(bucket) || fresh?.buckets.includes(bucket))
  const common = { reset: false, clear, held: { since: held.since, buckets: keep } }
  if (missing.length === 0) {
    return { ...common, fresh: fresh && going.length > 0 ? { ...fresh, buckets: going } : null, place }
  }
  // What was sent of the others may have left them since their start, so they keep it and are sent again.
  const since = going.length > 0 && fresh ? fresh.since : version
  const restarted = { since, buckets: [...going, ...missing], after: null, complete: false }
  return { ...common, fresh: restarted, place: null }
}
