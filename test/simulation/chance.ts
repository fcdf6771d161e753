/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Chance {
  /** From 0 up to 1. */
  next(): number
  below(limit: number): number
  /** True once in so many times. */
  once(times: number): boolean
  pick<Value>(values: readonly Value[]): Value
  bytes(length: number): Uint8Array<ArrayBuffer>
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    once: times => below(times) === 0,
    pick(values) {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('Nothing to pick from.')
      return value
    },
    bytes: length => Uint8Array.from({ length }, () => below(256)),
  }
}

/** One of these, each as likely as its weight says. */
export function weighted<Value>(chance: Chance, choices: readonly (readonly [number, Value])[]): Value {
  let left = chance.next() * choices.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of choices) {
    left -= weight
    if (left < 0) return value
  }
  throw new Error('The weights add up to nothing.')
}
