import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the benchmarks share: a folder of their own, and whatever one made that must be closed at the end. */
export interface World {
  readonly groups: number
  readonly folder: string
  /** Says what is going on, on standard error. */
  say(words: string): void
  /** Made at the first use, shared by all, and closed when the bench ends. */
  shared<T>(name: string, make: () => Promise<readonly [T, () => Promise<void>]>): Promise<T>
  /** Once, however often it is asked. */
  close(): Promise<void>
}

export async function openWorld(groups: number): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'))
  const made = new Map<string, Promise<unknown>>()
  const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  let closing: Promise<void> | undefined
  const closeAll = async () => {
    for (const close of closers.reverse()) await close()
  }
  return {
    groups,
    folder,
    say: words => process.stderr.write(`${words}\n`),
    shared<T>(name: string, make: () => Promise<readonly [T, () => Promise<void>]>): Promise<T> {
      const found = made.get(name) as Promise<T> | undefined
      if (found) return found
      const making = make().then(([value, close]) => {
        closers.push(close)
        return value
      })
      made.set(name, making)
      return making
    },
    close() {
      closing ??= closeAll()
      return closing
    },
  }
}
