import { stat } from 'node:fs/promises'
import { londonDate } from '../../shared/domain/time.ts'
import { longDate } from '../../shared/queries/date-words.ts'
import type { CheckedRow } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import { extractFiles } from './extract-files.ts'
import type { Manifest } from './organisation-from-source.ts'
import { readExtractFile } from './read-extract-file.ts'
import { type ExtractFault, Refusal, UnusableFile } from './refusal.ts'
import { withoutStop } from './without-stop.ts'

/** When and from where the extract was taken; any fault in it stops the import (IMP-7). */
export async function readManifest(folder: string, content: ContentHash): Promise<Manifest> {
  if (!(await isFolder(folder))) throw new Refusal(`There is no folder ${folder}, so nothing was imported.`)
  const { manifest, faults } = await judgeManifest(folder, content)
  const fault = faults[0] ?? notInForce(manifest)
  if (fault) throw new UnusableFile(fault)
  return manifest
}

// Case groups would be allocated by it before its day (BOM-5); `bom check` reads it beforehand.
const notInForce = ({ takenAt, bomEffectiveFrom }: Manifest): ExtractFault | undefined =>
  bomEffectiveFrom > londonDate(takenAt)
    ? {
        file: 'manifest.csv',
        line: 2,
        fault: `bom_effective_from is ${longDate(bomEffectiveFrom)}, after the extract was taken: its operating model is not in force yet. Take an extract with the one that is`,
      }
    : undefined

/** The manifest as far as it can be read, and all that is wrong with it. */
export async function judgeManifest(
  folder: string,
  content: ContentHash,
): Promise<{ readonly manifest: Manifest; readonly faults: readonly ExtractFault[] }> {
  const rows: CheckedRow[] = []
  for await (const batch of readExtractFile(folder, extractFiles.manifest, content)) {
    rows.push(...batch)
    if (rows.length > 1) break
  }
  const [row] = rows
  const [takenAt, source, bomEffectiveFrom] = row?.values ?? []
  return {
    manifest: { takenAt: takenAt ?? '', source: source ?? '', bomEffectiveFrom: bomEffectiveFrom ?? '' },
    faults: row && rows.length === 1 ? faultsOf(row) : [notOneRow],
  }
}

const notOneRow: ExtractFault = {
  file: 'manifest.csv',
  line: null,
  fault: 'must have exactly one row below its header',
}

const faultsOf = ({ line, faults }: CheckedRow) =>
  faults.map(({ reason }) => ({ file: 'manifest.csv', line, fault: withoutStop(reason) }))

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false
}
