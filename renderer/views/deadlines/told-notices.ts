import type { PlainDate } from '../../../shared/domain/time.ts'
import type { Clock } from '../../../shared/queries/clocks.ts'
import { type Tellable, tellableOf } from '../../../shared/queries/notices.ts'

/** What has been told: since the page was loaded, by what it was; and before that, when it is due. */
export interface Told {
  readonly now: Map<string, string>
  readonly before: string[]
}

export const toldBefore = (kept: readonly string[]): Told => ({ now: new Map(), before: [...kept] })

/** Told by now. Of two that are due at one moment the second is news: as many were told before as are kept. */
export function wasTold({ id, when }: Tellable, { now, before }: Told): boolean {
  if (now.has(id)) return true
  now.set(id, when)
  const place = before.indexOf(when)
  if (place >= 0) before.splice(place, 1)
  return place >= 0
}

/**
 * What is kept of it for the next time that the page is loaded: of what is still to be done alone. What was told and
 * is done by now would silence something else that is due at the same moment.
 */
export function toKeep({ now, before }: Told, clocks: readonly Clock[], today: PlainDate): readonly string[] {
  const there = clocks.map(tellableOf).flatMap(({ id }) => now.get(id) ?? [])
  return [...there, ...before].filter(when => when >= today)
}
