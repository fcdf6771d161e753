import type { FileCounts } from './import-result.ts'
import type { Manifest } from './organisation-from-source.ts'
import { Refusal } from './refusal.ts'
import type { Queries } from './session.ts'

export interface KnownExtract {
  readonly takenAt: string
  readonly content: Buffer
  readonly counts: readonly FileCounts[]
}

/** The extract that the hub stands on; undefined: none was imported yet. */
export async function lastExtract(queries: Queries): Promise<KnownExtract | undefined> {
  const { rows } = await queries.query<{ taken_at: string; content: Buffer; counts: string }>(
    'SELECT taken_at, content, counts FROM extract ORDER BY taken_at DESC LIMIT 1',
  )
  const [row] = rows
  return (
    row && { takenAt: row.taken_at, content: row.content, counts: JSON.parse(row.counts) as FileCounts[] }
  )
}

/** An extract is never followed by an older one (IMP-6). */
export function refuseOlder(last: KnownExtract | undefined, takenAt: string): void {
  if (last && takenAt < last.takenAt)
    throw new Refusal(
      `This extract was taken at ${takenAt}, before the one imported last (${last.takenAt}), so nothing was imported.`,
    )
}

/** An extract of the same time as the last one must be that one. */
export function refuseOther(last: KnownExtract, content: Buffer): void {
  if (last.content.equals(content)) return
  throw new Refusal(
    `Another extract of the same time, ${last.takenAt}, was imported before, and this one differs from it, so nothing was imported.`,
  )
}

interface ImportedExtract {
  readonly manifest: Manifest
  readonly content: Buffer
  readonly files: readonly FileCounts[]
  readonly now: string
}

export async function rememberExtract(
  queries: Queries,
  { manifest, content, files, now }: ImportedExtract,
): Promise<void> {
  await queries.query(
    'INSERT INTO extract (taken_at, source, content, imported_at, counts) VALUES ($1, $2, $3, $4, $5)',
    [manifest.takenAt, manifest.source, content, now, JSON.stringify(files)],
  )
}
