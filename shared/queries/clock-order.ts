import type { PlainDate } from '../domain/time.ts'
import type { Clock } from './clocks.ts'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is due at a moment comes before what is due by the end of that day. */
export const firstFirst = (a: Clock, b: Clock) =>
  compare(a.dueOn, b.dueOn) || compare(a.dueAt ?? '~', b.dueAt ?? '~') || compare(a.key, b.key)

/** Whether a day is not after another; null: there is no other. */
export const isBy = (dueOn: PlainDate, day: PlainDate | null): boolean => day === null || dueOn <= day

/** Two sorted lists as one: the many are only copied. */
export function inOrder(many: readonly Clock[], few: readonly Clock[]): readonly Clock[] {
  const merged: Clock[] = []
  let next = 0
  for (const clock of many) {
    for (let add = few[next]; add && firstFirst(add, clock) <= 0; add = few[++next]) merged.push(add)
    merged.push(clock)
  }
  for (; next < few.length; next++) merged.push(few[next] as Clock)
  return merged
}
