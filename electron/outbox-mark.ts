import { rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { readIfThere } from './durable-file.ts'

// Beside the outbox: which places are taken in it, so that it is known what is gone where the file is damaged, cut or
// missing. Places are times, and outside the seal there too.

const form = z.array(z.int().nonnegative())
const markOf = (path: string) => `${path}.waits`

/** Null: nobody knows. */
export async function readMark(path: string): Promise<readonly number[] | null> {
  try {
    const written = await readIfThere(markOf(path))
    return written && form.parse(JSON.parse(written.toString()))
  } catch {
    return null
  }
}

/** Not waited for on the disk: it holds no more than the outbox, so that one that is behind makes nobody look in vain. */
export async function writeMark(path: string, places: Iterable<number>): Promise<void> {
  const mark = markOf(path)
  // None says nothing; one that is wrong would.
  await writeFile(mark, JSON.stringify([...places]), { mode: 0o600 }).catch(() =>
    rm(mark, { force: true }).catch(() => {}),
  )
}
