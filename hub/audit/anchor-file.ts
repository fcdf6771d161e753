import { open, readFile } from 'node:fs/promises'
import { Refusal } from '../import/refusal.ts'
import type { AuditHead } from '../store/write-audit.ts'

/** An end of the trail as it is noted: its number, a colon and 64 digits. */
export const wordsOf = ({ seq, hash }: AuditHead) => `${seq}:${hash.toString('hex')}`

/** Undefined for what is no end. */
export function endIn(words: string): AuditHead | undefined {
  const [, seq = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(words) ?? []
  return hash === '' ? undefined : { seq: Number(seq), hash: Buffer.from(hash, 'hex') }
}

/**
 * The ends that were noted in a file outside of the database, one a line. One that is not there is refused and never
 * made in passing: whoever rewrote the trail would only have to take it away.
 */
export async function endsIn(file: string): Promise<readonly AuditHead[]> {
  const text = await textOf(file)
  if (text === '')
    throw new Refusal(
      `${file} is not there, or empty: the audit trail cannot be held to what was noted in it. Put it back; the very first time begin it with verify-audit --noted-in ${file} --first.`,
    )
  // A line is whole with its end only: what stands after the last one was half written.
  const [rest, ...lines] = text.split('\n').reverse()
  if (rest !== '') refuse(file, lines.length + 1)
  return lines.reverse().map((line, at) => endIn(line) ?? refuse(file, at + 1))
}

/** Begins the file; one that says something is not begun again. */
export async function beginEnds(file: string): Promise<void> {
  if ((await textOf(file)) !== '')
    throw new Refusal(`In ${file} ends of the audit trail are noted already: leave --first out.`)
}

/** Adds an end, on the disk when it returns. */
export async function noteEnd(file: string, head: AuditHead): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(`${wordsOf(head)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(problem => {
    if (problem.code === 'ENOENT') return ''
    throw new Refusal(`${file} cannot be read (${problem.code}).`)
  })
}

function refuse(file: string, line: number): never {
  throw new Refusal(
    `Line ${line} of ${file} is no end of the audit trail. If it is the last and only half written, take that line out and run this again; otherwise somebody changed the file.`,
  )
}
