import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How often any of the words stands in a file below the folder, as UTF-8 or as UTF-16, or in a file's name. */
export async function countIn(folder: string, words: readonly string[]): Promise<number> {
  let found = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const name = Buffer.from(entry.name)
    // Sockets and locks of a browser are no files.
    const content = entry.isFile() ? await readFile(join(entry.parentPath, entry.name)) : Buffer.alloc(0)
    for (const word of words)
      for (const form of [Buffer.from(word), Buffer.from(word, 'utf16le')])
        if (content.includes(form) || name.includes(form)) found += 1
  }
  return found
}
