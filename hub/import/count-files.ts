import { stagedFiles } from './extract-files.ts'
import type { FileCounts } from './import-result.ts'
import type { Queries } from './session.ts'
import { stageOf } from './staging.ts'

const manifestCounts: FileCounts = {
  file: 'manifest.csv',
  rows: 1,
  imported: 1,
  unchanged: 0,
  exceptions: 0,
  withoutValue: 0,
}

/** What became of every row of every file, given how many rows were merged (IMP-1). */
export async function countFiles(
  queries: Queries,
  merged: ReadonlyMap<string, number>,
): Promise<readonly FileCounts[]> {
  const counts = [manifestCounts]
  for (const { name } of stagedFiles) {
    const { rows } = await queries.query<{ rows: string; rejected: string; faulty: string }>(`
      SELECT count(*) AS rows, count(*) FILTER (WHERE rejected) AS rejected,
        (SELECT count(DISTINCT line) FROM fault WHERE file = '${name}' AND NOT mandatory) AS faulty
      FROM ${stageOf(name)}`)
    const [row] = rows
    const all = Number(row?.rows)
    const exceptions = Number(row?.rejected)
    const imported = merged.get(name) ?? 0
    counts.push({
      file: `${name}.csv`,
      rows: all,
      imported,
      unchanged: all - exceptions - imported,
      exceptions,
      withoutValue: Number(row?.faulty),
    })
  }
  return counts
}

/** The counts of an extract that is imported once more: what went in before is unchanged (IMP-6). */
export function countsOfRepeat(files: readonly FileCounts[]): readonly FileCounts[] {
  return files.map(file => ({ ...file, imported: 0, unchanged: file.imported + file.unchanged }))
}
