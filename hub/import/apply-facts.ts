import type { Aggregate } from '../../shared/domain/aggregate.ts'
import { type Calendar, withYearsOf } from '../../shared/domain/calendar.ts'
import { indexOrganisation, indexWith } from '../../shared/domain/organisation-index.ts'
import { computedCalendar } from '../calendar/computed-calendar.ts'
import type { HubTransaction } from '../database/database.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'
import { followEntries, importEntry } from './audit-entries.ts'
import { recoveriesAmong } from './follow-recoveries.ts'
import { followTeam } from './follow-team.ts'
import type { ImportResult } from './import-result.ts'
import { type Manifest, organisationFromSource } from './organisation-from-source.ts'
import { putExceptions } from './put-exceptions.ts'
import type { Queries } from './session.ts'
import { touchDependents } from './touch-dependents.ts'
import { type Move, updateCaseGroups } from './update-case-groups.ts'

/**
 * Brings the documents up to the facts that were taken in, as one version. The organisation is held alone from
 * here on: no push meets an import half-way.
 */
export async function applyFacts(
  queries: Queries,
  tx: HubTransaction,
  manifest: Manifest,
  { files, exceptions }: Pick<ImportResult, 'files' | 'exceptions'>,
  now: string,
): Promise<readonly Move[]> {
  const before = await loadOrganisation(tx, 'alone')
  const organisation = await organisationFromSource(queries, manifest)
  await touchDependents(queries, before?.organisation, organisation)
  const known = withCalendar(await loadAggregates(tx), manifest.takenAt)
  const index = indexWith(indexOrganisation(organisation), known)
  const aggregates = known.map(aggregate => followTeam(aggregate, index))
  const version = openVersion(tx, index, now)
  // Whom an aggregate is sent to follows the organisation too.
  await version.put([organisation, ...aggregates])
  await version.audit(followEntries(known, aggregates, now))
  const { takenAt, source } = manifest
  const recoveries = recoveriesAmong(aggregates)
  const moves = await updateCaseGroups({
    queries,
    tx,
    version,
    index,
    recoveries,
    takenAt,
    system: source,
    now,
  })
  await putExceptions(queries, version, moves)
  const imported = files.reduce((sum, file) => sum + file.imported, 0)
  await version.audit([importEntry(source, { takenAt, imported, exceptions, moved: moves.length }, now)])
  await version.finish()
  return moves
}

/** How many whole years around the extract's a calendar must reach; a deadline beyond it says so (ADV-5). */
const YEARS_AHEAD = 2
const YEARS_BEFORE = 2

function withCalendar(aggregates: readonly Aggregate[], takenAt: string): readonly Aggregate[] {
  const year = Number(takenAt.slice(0, 4))
  const calendar = aggregates.find(({ kind }) => kind === 'calendar') as Calendar | undefined
  const reaches = calendar?.covers && Number(calendar.covers.to.slice(0, 4)) >= year + YEARS_AHEAD
  if (reaches) return aggregates
  const computed = computedCalendar(year - YEARS_BEFORE, year + YEARS_AHEAD)
  const others = aggregates.filter(({ kind }) => kind !== 'calendar')
  // What was imported is better known than what is computed.
  return [...others, calendar ? withYearsOf(calendar, computed) : computed]
}
