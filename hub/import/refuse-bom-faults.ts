import { type BomRows, judgeBom } from './judge-bom.ts'
import type { Manifest } from './organisation-from-source.ts'
import { Refusal, UnusableFile } from './refusal.ts'
import { withoutStop } from './without-stop.ts'

/** Stops at any fault in the rows of regions and segments, and at a BOM that cannot be used (IMP-7, BOM-5). */
export function refuseBomFaults(manifest: Manifest, rows: BomRows): void {
  const { rowFaults, bomFaults } = judgeBom(manifest, rows)
  const [fault] = rowFaults
  if (fault) throw new UnusableFile(fault)
  const [gap, ...more] = bomFaults
  if (!gap) return
  const others = more.length > 0 ? ` (and ${more.length} more, which bom check lists)` : ''
  throw new Refusal(
    `The BOM in segments.csv and regions.csv cannot be used: ${withoutStop(gap.sentence)}${others}; nothing was imported.`,
  )
}
