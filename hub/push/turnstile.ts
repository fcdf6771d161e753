import { Refusal } from '../http/refusal.ts'

/** Lets so many in at once; the others wait in line, and beyond that are turned away. */
export function turnstile(inside: number, waiting: number) {
  let entered = 0
  const line: (() => void)[] = []
  return async function enter<Value>(work: () => Promise<Value>): Promise<Value> {
    if (entered >= inside) {
      if (line.length >= waiting) throw new Refusal('busy')
      await new Promise<void>(resolve => line.push(resolve))
    } else entered += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else entered -= 1
    }
  }
}
