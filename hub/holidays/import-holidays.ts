import { documentName } from '../../shared/domain/aggregate.ts'
import { type Calendar, divisions, emptyCalendar, withYearsOf } from '../../shared/domain/calendar.ts'
import { isLive } from '../../shared/domain/case-group.ts'
import { indexWith, type OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { ask } from '../database/ask.ts'
import type { HubTransaction } from '../database/database.ts'
import { unspoken } from '../import/audit-entries.ts'
import { auditedAggregate } from '../store/audit-entry.ts'
import { loadAggregates, lockAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import { loadOrganisation, nobody } from '../store/load-organisation.ts'
import { openVersion, type VersionWriter } from '../store/open-version.ts'
import { chosenDays, dueBy, type Reckoned, reckonedDays } from './reckoned-days.ts'

export interface HolidaysResult {
  readonly calendar: Calendar
  readonly changed: boolean
  /** Days reckoned in working days that are others now. */
  readonly moved: number
  /** Of open service requests and all that is reckoned in working days, what is due after its end (ADV-5). */
  readonly dueAfterIt: { readonly count: number; readonly last: PlainDate | null }
}

/**
 * Puts the years of a file into the hub's calendar, as one version with its line in the audit trail (ADV-5, ACC-5). Open
 * advice is due as the calendar has it from then on, in the same version, so that no date contradicts its working.
 */
export async function importHolidays(
  tx: HubTransaction,
  newer: Calendar,
  now: string,
): Promise<HolidaysResult> {
  const index = (await loadOrganisation(tx, 'writing')) ?? nobody
  const [found] = await ask(tx, [lockAggregates([['calendar', 'calendar']])])
  const before = found.get(documentName('calendar', 'calendar')) as Calendar | undefined
  const calendar = withYearsOf(newer, before ?? emptyCalendar)
  const changed = JSON.stringify(before) !== JSON.stringify(calendar)
  const then = indexWith(index, [before ?? emptyCalendar])
  const from = changed ? indexWith(index, [calendar]) : then
  const version = openVersion(tx, index, now)
  const { moved, dueAfterIt } = await reckonAgain(tx, then, from, version)
  if (changed) {
    await version.put([calendar])
    await version.audit([
      {
        ...unspoken,
        actor: { kind: 'system', system: 'bank-holidays.json' },
        action: 'holidays-import',
        acceptedAt: now,
        changes: [],
        aggregates: [auditedAggregate(before, calendar)],
        details: { ...detailsOf(newer), moved },
      },
    ])
  }
  await version.finish()
  return { calendar, changed, moved, dueAfterIt }
}

function detailsOf({ covers, holidays }: Calendar): Readonly<Record<string, string | number>> {
  const counts = divisions.map(division => [division, holidays[division].length] as const)
  return { from: covers?.from ?? '', to: covers?.to ?? '', ...Object.fromEntries(counts) }
}

async function reckonAgain(
  tx: HubTransaction,
  before: OrganisationIndex,
  after: OrganisationIndex,
  version: VersionWriter,
): Promise<Pick<HolidaysResult, 'moved' | 'dueAfterIt'>> {
  const end = after.calendar.covers?.to ?? ''
  let moved = 0
  let count = 0
  let last: PlainDate | null = null
  for await (const document of reckoned(tx)) {
    const was = reckonedDays(document, before)
    const days = reckonedDays(document, after)
    moved += days.filter((day, place) => day !== was[place]).length
    const again = dueBy(document, after)
    if (again !== document && before.calendar !== after.calendar) await version.put([again])
    for (const day of [...days, ...chosenDays(document)]) {
      if (day <= end) continue
      count++
      if (last === null || day > last) last = day
    }
  }
  return { moved, dueAfterIt: { count, last } }
}

// Neither what is closed nor what has no dates (ALLOC-13).
async function* reckoned(tx: HubTransaction): AsyncGenerator<Reckoned> {
  for await (const group of eachCaseGroup(tx)) if (isLive(group)) yield group
  for (const each of await loadAggregates(tx))
    if (each.kind === 'advice-request' || each.kind === 'recovery-request') yield each
}
