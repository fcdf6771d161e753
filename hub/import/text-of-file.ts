import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from './refusal.ts'

/** The text of a file that is named at the command line; refused where there is none, or more of it than `what` can have. */
export async function textOfFile(path: string, mostBytes: number, what: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Refusal(`There is no file ${basename(path)}.`)
  if (found.size > mostBytes)
    throw new Refusal(`${basename(path)} is too large ${what}; nothing was changed.`)
  return readFile(path, 'utf8')
}
