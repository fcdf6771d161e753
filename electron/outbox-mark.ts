import { rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { readIfThere, replaceFile } from './durable-file.ts'

// Beside the outbox: which places are taken in it, so that it is known what is gone where the file is damaged, cut or
// missing. Places are times, and outside the seal there too.

const form = z.strictObject({
  places: z.array(z.int().nonnegative()),
  /** How far into the file that is all: of what is written behind it the mark knows nothing. */
  end: z.int().nonnegative(),
})
export type OutboxMark = z.output<typeof form>

const markOf = (path: string) => `${path}.waits`

/** Null: nobody knows. */
export async function readMark(path: string): Promise<OutboxMark | null> {
  try {
    const written = await readIfThere(markOf(path))
    return written && form.parse(JSON.parse(written.toString()))
  } catch {
    return null
  }
}

/** Not waited for on the disk: the file says itself what came into it and what went since. */
export async function writeMark(path: string, mark: OutboxMark): Promise<void> {
  const file = markOf(path)
  // None says nothing; one that is wrong would.
  await writeFile(file, JSON.stringify(mark), { mode: 0o600 }).catch(() =>
    rm(file, { force: true }).catch(() => {}),
  )
}

/** On the disk when it resolves, as it must be before the file forgets what went. */
export const keepMark = (path: string, mark: OutboxMark): Promise<void> =>
  replaceFile(markOf(path), JSON.stringify(mark))
