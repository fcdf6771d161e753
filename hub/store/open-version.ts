import type { Document } from '../../shared/commands/command.ts'
import { type Aggregate, documentName } from '../../shared/domain/aggregate.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { ask, known, type Question, send } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { announcementsOf } from './announcement.ts'
import type { AuditEntry } from './audit-entry.ts'
import { type CaseGroupRow, caseGroupRow } from './document-row.ts'
import { type HeldVersion, holdVersion } from './version-lock.ts'
import { writeAggregates } from './write-aggregates.ts'
import { writeAudit } from './write-audit.ts'
import { writeCaseGroups } from './write-case-groups.ts'
import { writeOrganisation } from './write-organisation.ts'

/** Everything that one transaction changes, as one version of the hub. */
export interface VersionWriter {
  /** What is put twice is written as it was put last; what is as before is not written. */
  put(documents: readonly Document[]): Promise<void>
  audit(entries: readonly AuditEntry[]): Promise<void>
  /** Writes what is left. The version, or null where there was nothing to write: then there is none. */
  finish(): Promise<number | null>
  /** As `finish`, after `first`, which is asked in any case; the promise of `written` is kept at the latest when the transaction commits. */
  send(first: Question<unknown>): Promise<{ readonly written: Promise<unknown> }>
}

// Small changes are held until `finish`, so that the version lock is the last; from this many on they are written
// as they come, so that an import of any size needs little memory.
const HELD = 2000

const nothing = known(null)

/**
 * Opens the one version that a transaction (READ COMMITTED) makes. `index` is the organisation as of this
 * version: where the writer puts another one, the caller holds it alone (`loadOrganisation`), puts it and puts
 * every group whose buckets change with it: the column `staff` names those whose facts decide them.
 */
export function openVersion(tx: HubTransaction, index: OrganisationIndex, now: Instant): VersionWriter {
  const groups = new Map<string, CaseGroupRow>()
  const aggregates = new Map<string, Aggregate>()
  const entries: AuditEntry[] = []
  const touched = new Set<string>()
  let organisation: Organisation | undefined
  let held: HeldVersion | undefined

  async function flush(first: Question<unknown>, announced: (version: number) => readonly string[]) {
    const [, { version, audit }, ...buckets] = await ask(tx, [
      first,
      held ? known(held) : holdVersion(now),
      organisation ? writeOrganisation(organisation) : known([]),
      groups.size > 0 ? writeCaseGroups([...groups.values()]) : known([]),
      aggregates.size > 0 ? writeAggregates([...aggregates.values()], index) : known([]),
    ])
    for (const bucket of buckets.flat()) touched.add(bucket)
    const { answer } = await send(tx, writeAudit(audit, entries, announced(version)))
    organisation = undefined
    groups.clear()
    aggregates.clear()
    entries.length = 0
    return { version, written: answer }
  }

  const makeRoom = async () => {
    if (groups.size < HELD && aggregates.size < HELD && entries.length < HELD) return
    const { version, written } = await flush(nothing, () => [])
    held = { version, audit: await written }
  }

  async function sendRest(first: Question<unknown>) {
    const waiting = groups.size + aggregates.size + entries.length
    if (held || organisation || waiting > 0) return flush(first, version => announcementsOf(version, touched))
    await ask(tx, [first])
    return { version: null, written: Promise.resolve() }
  }

  return {
    async put(documents) {
      for (const document of documents) {
        if (document.kind === 'organisation') organisation = document
        else if (document.kind === 'case-group') groups.set(document.id, caseGroupRow(document, index))
        else aggregates.set(documentName(document.kind, document.id), document)
        await makeRoom()
      }
    },
    async audit(more) {
      for (const entry of more) {
        entries.push(entry)
        await makeRoom()
      }
    },
    async finish() {
      const { version, written } = await sendRest(nothing)
      await written
      return version
    },
    send: sendRest,
  }
}
