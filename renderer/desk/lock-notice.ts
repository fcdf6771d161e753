import { z } from 'zod'
import { lockReasons } from './lock-watch.ts'

const shape = z.object({
  /** `left`: its person signed out. */
  why: z.enum([...lockReasons, 'left']),
  waiting: z.int().nonnegative(),
  lost: z.array(z.strictObject({ made: z.iso.datetime(), refused: z.boolean() })).readonly(),
})

/** What is told on the sign-in page after a desk was left or locked itself; nothing about anybody. */
export type LockNotice = z.output<typeof shape>

const NAME = 'desk.lock-notice'

/** Leaves word for the next document: this one goes, and with it all that it held in memory. */
export function leaveNotice(notice: LockNotice): void {
  sessionStorage.setItem(NAME, JSON.stringify(notice))
}

/** What the document before left word of; told until somebody signs in. */
export function readNotice(): LockNotice | null {
  try {
    return shape.parse(JSON.parse(sessionStorage.getItem(NAME) ?? ''))
  } catch {
    return null
  }
}

export function dropNotice(): void {
  sessionStorage.removeItem(NAME)
}
