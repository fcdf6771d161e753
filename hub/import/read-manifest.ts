import { stat } from 'node:fs/promises'
import type { CheckedRow } from './check-row.ts'
import type { ContentHash } from './content-hash.ts'
import { extractFiles } from './extract-files.ts'
import type { Manifest } from './organisation-from-source.ts'
import { readExtractFile } from './read-extract-file.ts'
import { Refusal } from './refusal.ts'

/** When and from where the extract was taken; any fault in it stops the import (IMP-7). */
export async function readManifest(folder: string, content: ContentHash): Promise<Manifest> {
  await refuseUnlessFolder(folder)
  const rows: CheckedRow[] = []
  for await (const batch of readExtractFile(folder, extractFiles.manifest, content)) {
    rows.push(...batch)
    if (rows.length > 1) break
  }
  const [row] = rows
  if (!row || rows.length > 1)
    throw new Refusal('manifest.csv must have exactly one row below its header, so nothing was imported.')
  const [fault] = row.faults
  if (fault)
    throw new Refusal(
      `manifest.csv, line ${row.line}: ${withoutStop(fault.reason)}, so nothing was imported.`,
    )
  const [takenAt, source, bomEffectiveFrom] = row.values
  return { takenAt: takenAt ?? '', source: source ?? '', bomEffectiveFrom: bomEffectiveFrom ?? '' }
}

async function refuseUnlessFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw new Refusal(`There is no folder ${folder}, so nothing was imported.`)
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')
