export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** Both ends included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** A stream of its own, so that what one part draws does not shift another. */
  fork(label: string): Random
}

/** sfc32, a small generator of good quality. The same seed and label give the same stream on every machine. */
export function randomFrom(seed: number, label = ''): Random {
  let [a, b, c] = [scramble(seed), scramble(Math.floor(seed / 2 ** 32) + 1), hash(label)]
  let counter = 1

  function next(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  for (let round = 0; round < 12; round += 1) next()
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: probability => next() < probability,
    pick: choices => {
      if (choices.length === 0) throw new RangeError('Nothing to pick from.')
      return choices[Math.floor(next() * choices.length)] as (typeof choices)[number]
    },
    fork: name => randomFrom(seed, `${label}/${name}`),
  }
}

/** A draw from choices of different weight, prepared once. */
export function weighted<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  const bounds: number[] = []
  let total = 0
  for (const [, weight] of choices) {
    total += weight
    bounds.push(total)
  }
  return random => {
    const drawn = random.next() * total
    const index = bounds.findIndex(bound => drawn < bound)
    const choice = choices[index === -1 ? choices.length - 1 : index]
    if (choice === undefined) throw new RangeError('Nothing to pick from.')
    return choice[0]
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value | 0
}

function scramble(value: number): number {
  let mixed = (Math.trunc(value) + 0x9e3779b9) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
