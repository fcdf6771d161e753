import type { Document } from '../../shared/commands/command.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { HubTransaction } from '../database/database.ts'
import { announce } from './announce.ts'
import type { AuditEntry } from './audit-entry.ts'
import { type CaseGroupRow, caseGroupRow } from './document-row.ts'
import { type HeldVersion, holdVersion } from './version-lock.ts'
import { type AuditHead, writeAudit } from './write-audit.ts'
import { writeCaseGroups } from './write-case-groups.ts'
import { writeOrganisation } from './write-organisation.ts'

/** Everything that one transaction changes, as one version of the hub. */
export interface VersionWriter {
  /** What is put twice is written as it was put last; what is as before is not written. */
  put(documents: readonly Document[]): Promise<void>
  audit(entries: readonly AuditEntry[]): Promise<void>
  /** Writes what is left. The version, or null where there was nothing to write: then there is none. */
  finish(): Promise<number | null>
}

// Small changes are held until `finish`, so that the version lock is the last; from this many on they are written
// as they come, so that an import of any size needs little memory.
const HELD = 2000

/**
 * Opens the one version that a transaction (READ COMMITTED) makes. `index` is the organisation as of this
 * version: where the writer puts another one, the caller holds it alone (`loadOrganisation`), puts it and puts
 * every group whose buckets change with it: the column `staff` names those whose facts decide them.
 */
export function openVersion(tx: HubTransaction, index: OrganisationIndex, now: Instant): VersionWriter {
  const groups = new Map<string, CaseGroupRow>()
  const entries: AuditEntry[] = []
  let organisation: Organisation | undefined
  const touched = new Set<string>()
  const touch = (buckets: readonly string[]) => {
    for (const bucket of buckets) touched.add(bucket)
  }
  let held: HeldVersion | undefined
  let head: AuditHead | undefined

  async function flush(): Promise<HeldVersion> {
    held ??= await holdVersion(tx, now)
    if (organisation) touch(await writeOrganisation(tx, held.version, organisation))
    if (groups.size > 0) touch(await writeCaseGroups(tx, held.version, [...groups.values()]))
    head = await writeAudit(tx, head ?? { seq: held.auditSeq, hash: held.auditHash }, entries)
    organisation = undefined
    groups.clear()
    entries.length = 0
    return held
  }

  return {
    async put(documents) {
      for (const document of documents) {
        if (document.kind === 'organisation') organisation = document
        else groups.set(document.id, caseGroupRow(document, index))
        if (groups.size >= HELD) await flush()
      }
    },
    async audit(more) {
      for (const entry of more) {
        entries.push(entry)
        if (entries.length >= HELD) await flush()
      }
    },
    async finish() {
      if (!held && !organisation && groups.size === 0 && entries.length === 0) return null
      const { version } = await flush()
      await announce(tx, version, [...touched])
      return version
    },
  }
}
