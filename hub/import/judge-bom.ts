import { type BomFault, faultsOfBom } from '../../shared/domain/bom-faults.ts'
import type { Bom } from '../../shared/domain/organisation.ts'
import type { CheckedRow } from './check-row.ts'
import { extractFiles } from './extract-files.ts'
import { bomOf, type Manifest, type SourceRow } from './organisation-from-source.ts'
import type { ExtractFault } from './refusal.ts'
import { withRepeats } from './repeated-keys.ts'
import { withoutStop } from './without-stop.ts'

/** The rows of the two files that make up the BOM. */
export interface BomRows {
  readonly regions: readonly CheckedRow[]
  readonly segments: readonly CheckedRow[]
}

/** A BOM fault, with the place where it shows, if it shows in one. */
export interface PlacedBomFault {
  readonly sentence: string
  readonly file: string | null
  readonly line: number | null
}

export interface BomJudgement {
  /** Of the rows that are sound by themselves. */
  readonly bom: Bom
  /** What is wrong with rows by themselves. */
  readonly rowFaults: readonly ExtractFault[]
  /** What is wrong with the BOM that the sound rows make (BOM-4, BOM-5). */
  readonly bomFaults: readonly PlacedBomFault[]
}

/** All that is wrong with a BOM: the one answer that `import` and `bom check` both stand on. */
export function judgeBom(manifest: Manifest, rows: BomRows): BomJudgement {
  const regions = judgedRows(rows.regions, 'regions')
  const segments = judgedRows(rows.segments, 'segments')
  const bom = bomOf(manifest, soundOf(regions), soundOf(segments))
  return {
    bom,
    rowFaults: [...regions, ...segments].flatMap(({ faults }) => faults),
    bomFaults: faultsOfBom(bom).map(fault => placed(fault, { region: regions, segment: segments })),
  }
}

interface JudgedRow {
  readonly line: number
  readonly key: string
  readonly row: SourceRow
  readonly faults: readonly ExtractFault[]
}

function judgedRows(rows: readonly CheckedRow[], name: keyof BomRows): readonly JudgedRow[] {
  const file = extractFiles[name]
  return withRepeats(rows, file).map(({ line, key, values, faults }) => {
    const row = Object.fromEntries(file.columns.map((column, at) => [column.name, values[at] ?? null]))
    const reasons = faults.map(({ reason }) => reason)
    const misfit = name === 'segments' && reasons.length === 0 ? misfitOf(row) : undefined
    const all = misfit === undefined ? reasons : [misfit]
    return {
      line,
      key,
      row,
      faults: all.map(reason => ({ file: `${name}.csv`, line, fault: withoutStop(reason) })),
    }
  })
}

const soundOf = (rows: readonly JudgedRow[]) =>
  rows.flatMap(({ row, faults }) => (faults.length ? [] : [row]))

function placed(
  { sentence, about }: BomFault,
  rows: Readonly<Record<'region' | 'segment', readonly JudgedRow[]>>,
): PlacedBomFault {
  if (about === null) return { sentence, file: null, line: null }
  const row = rows[about.kind].find(({ key, faults }) => key === about.name && faults.length === 0)
  return { sentence, file: `${about.kind}s.csv`, line: row?.line ?? null }
}

// What one kind of segment must have and the other cannot (BOM-2).
function misfitOf({ kind, rank, sr_types, non_uk }: SourceRow): string | undefined {
  if (kind === 'case-owning' && rank === null)
    return 'rank is empty, and a case-owning segment must have one.'
  if (kind === 'case-owning' && sr_types !== null) return 'sr_types is for functionally unique segments only.'
  if (kind !== 'case-owning' && rank !== null) return 'rank is for case-owning segments only.'
  if (kind !== 'case-owning' && non_uk === 'Y') return 'non_uk is for case-owning segments only.'
  return undefined
}
