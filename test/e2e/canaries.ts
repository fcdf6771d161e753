import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How often any of the words stands in a file below the folder, as UTF-8 or as UTF-16, or in a file's name. */
export async function countIn(folder: string, words: readonly string[]): Promise<number> {
  const wanted = wantedIn(words)
  let found = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    // Sockets and locks of a browser are no files.
    const content = entry.isFile() ? await readFile(join(entry.parentPath, entry.name)) : Buffer.alloc(0)
    found += new Set([...formsIn(content, wanted), ...formsIn(Buffer.from(entry.name), wanted)]).size
  }
  return found
}

// A profile is large, and there are thousands of words: each file is gone through once for all of them.
interface Wanted {
  /** Which two bytes any of them begins with. */
  readonly begin: Uint8Array
  /** The forms of the words by their first four bytes. */
  readonly forms: ReadonlyMap<number, readonly Buffer[]>
}

const FIRST = 4

function wantedIn(words: readonly string[]): Wanted {
  const begin = new Uint8Array(0x1_00_00)
  const all = words.flatMap(word => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  if (all.some(({ length }) => length < FIRST)) throw new Error('A word is too short to be told from others.')
  for (const form of all) begin[form.readUInt16LE(0)] = 1
  return { begin, forms: Map.groupBy(all, form => form.readUInt32LE(0)) }
}

function formsIn(content: Buffer, { begin, forms }: Wanted): ReadonlySet<Buffer> {
  const found = new Set<Buffer>()
  for (let at = 0; at + FIRST <= content.length; at++) {
    if (begin[content.readUInt16LE(at)] === 0) continue
    for (const form of forms.get(content.readUInt32LE(at)) ?? [])
      if (content.subarray(at, at + form.length).equals(form)) found.add(form)
  }
  return found
}
