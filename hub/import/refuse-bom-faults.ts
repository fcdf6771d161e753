import { faultsOfBom } from '../../shared/domain/bom-faults.ts'
import { bomOf, type Manifest, type SourceRow } from './organisation-from-source.ts'
import { Refusal } from './refusal.ts'
import type { Queries } from './session.ts'

/** Stops at any fault in the staged regions and segments, and at a BOM that cannot be used (IMP-7, BOM-5). */
export async function refuseBomFaults(queries: Queries, manifest: Manifest): Promise<void> {
  const faults = await queries.query<{ file: string; line: number; reason: string }>(
    `SELECT file, line, reason FROM fault WHERE file IN ('regions', 'segments') ORDER BY file, line LIMIT 1`,
  )
  const [fault] = faults.rows
  if (fault) throw refusal(fault.file, fault.line, fault.reason)
  const { rows: segments } = await queries.query<SourceRow>(
    'SELECT * FROM stage_segments ORDER BY segment_name',
  )
  for (const row of segments) {
    const misfit = misfitOf(row)
    if (misfit) throw refusal('segments', row.line, misfit)
  }
  const { rows: regions } = await queries.query<SourceRow>('SELECT * FROM stage_regions ORDER BY region')
  const [gap, ...more] = faultsOfBom(bomOf(manifest, regions, segments))
  if (!gap) return
  const others = more.length > 0 ? ` (and ${more.length} more)` : ''
  throw new Refusal(
    `The BOM in segments.csv and regions.csv cannot be used: ${withoutStop(gap)}${others}; nothing was imported.`,
  )
}

const refusal = (file: string, line: number | string | null | undefined, reason: string) =>
  new Refusal(`${file}.csv, line ${line}: ${withoutStop(reason)}, so nothing was imported.`)

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')

// What one kind of segment must have and the other cannot (BOM-2).
function misfitOf({ kind, rank, sr_types, non_uk }: SourceRow): string | undefined {
  if (kind === 'case-owning' && rank === null)
    return 'rank is empty, and a case-owning segment must have one.'
  if (kind === 'case-owning' && sr_types !== null) return 'sr_types is for functionally unique segments only.'
  if (kind !== 'case-owning' && rank !== null) return 'rank is for case-owning segments only.'
  if (kind !== 'case-owning' && non_uk === 'Y') return 'non_uk is for case-owning segments only.'
  return undefined
}
