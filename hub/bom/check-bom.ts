import { type BomSummary, summaryOfBom } from '../../shared/queries/bom-summary.ts'
import type { CheckedRow } from '../import/check-row.ts'
import { startContentHash } from '../import/content-hash.ts'
import { type ExtractFile, extractFiles } from '../import/extract-files.ts'
import { judgeBom, type PlacedBomFault } from '../import/judge-bom.ts'
import type { Manifest } from '../import/organisation-from-source.ts'
import { readExtractFile } from '../import/read-extract-file.ts'
import { isFolder, judgeManifest } from '../import/read-manifest.ts'
import { type ExtractFault, Refusal, UnusableFile } from '../import/refusal.ts'
import { judgeStaff } from './judge-staff.ts'

/** What is to be said of the BOM of an extract. */
export interface BomCheck {
  readonly manifest: Manifest
  /** Any of these stops an import. */
  readonly fileFaults: readonly ExtractFault[]
  /** So does any of these; judged without the rows that have a fault of their own. */
  readonly bomFaults: readonly PlacedBomFault[]
  /** Rows of teams and users that an import would leave out, or take in without a value. */
  readonly exceptions: readonly ExtractFault[]
  /** Null: the BOM cannot be used. */
  readonly summary: BomSummary | null
}

const noManifest: Manifest = { takenAt: '', source: '', bomEffectiveFrom: '' }

/** Judges the BOM of an extract folder by its first five files; nothing is written and no database is asked. */
export async function checkBom(folder: string): Promise<BomCheck> {
  if (!(await isFolder(folder))) throw new Refusal(`There is no folder ${folder}, so nothing was checked.`)
  const found = await faultOr(judgeManifest(folder, startContentHash()))
  const { manifest, faults } = 'stopped' in found ? { manifest: noManifest, faults: [found.stopped] } : found
  const [regions, segments, teams, users] = [
    await rowsOf(folder, extractFiles.regions),
    await rowsOf(folder, extractFiles.segments),
    await rowsOf(folder, extractFiles.teams),
    await rowsOf(folder, extractFiles.users),
  ]
  const { bom, rowFaults, bomFaults } = judgeBom(manifest, { regions: regions.rows, segments: segments.rows })
  const fileFaults = [
    ...faults,
    ...regions.stopped,
    ...segments.stopped,
    ...rowFaults,
    ...teams.stopped,
    ...users.stopped,
  ]
  const whole = regions.stopped.length + segments.stopped.length === 0
  const staff = judgeStaff(bom, teams.rows, users.rows)
  const usable = fileFaults.length === 0 && bomFaults.length === 0
  return {
    manifest,
    fileFaults,
    // Half a BOM has gaps everywhere.
    bomFaults: whole ? bomFaults : [],
    exceptions: usable ? staff.exceptions : [],
    summary: usable ? summaryOfBom(bom, staff.teams, staff.members) : null,
  }
}

interface FileRows {
  readonly rows: readonly CheckedRow[]
  readonly stopped: readonly ExtractFault[]
}

async function rowsOf(folder: string, file: ExtractFile): Promise<FileRows> {
  const read = await faultOr(readAll(folder, file))
  return 'stopped' in read ? { rows: [], stopped: [read.stopped] } : { rows: read, stopped: [] }
}

async function readAll(folder: string, file: ExtractFile): Promise<readonly CheckedRow[]> {
  const rows: CheckedRow[] = []
  for await (const batch of readExtractFile(folder, file, startContentHash())) rows.push(...batch)
  return rows
}

/** What a reading led to, or the fault that stopped it, so that the next file is looked at too. */
async function faultOr<Read extends object>(
  reading: Promise<Read>,
): Promise<Read | { readonly stopped: ExtractFault }> {
  try {
    return await reading
  } catch (problem) {
    if (problem instanceof UnusableFile) return { stopped: problem.found }
    throw problem
  }
}
