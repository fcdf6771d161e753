import { type Calendar, divisions, emptyCalendar, withYearsOf } from '../../shared/domain/calendar.ts'
import { isLive } from '../../shared/domain/case-group.ts'
import { isOpenRequest } from '../../shared/domain/open-work.ts'
import { indexOrganisation, type OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import type { HubTransaction } from '../database/database.ts'
import { unspoken } from '../import/audit-entries.ts'
import { auditedAggregate } from '../store/audit-entry.ts'
import { lockAggregates } from '../store/load-aggregates.ts'
import { eachCaseGroup } from '../store/load-case-groups.ts'
import { loadOrganisation } from '../store/load-organisation.ts'
import { openVersion } from '../store/open-version.ts'

export interface HolidaysResult {
  readonly calendar: Calendar
  readonly changed: boolean
  /** Of open service requests, those due after its end (ADV-5). */
  readonly dueAfterIt: { readonly count: number; readonly last: PlainDate | null }
}

/** Puts the years of a file into the hub's calendar, as one version with its line in the audit trail (ADV-5, ACC-5). */
export async function importHolidays(
  tx: HubTransaction,
  newer: Calendar,
  now: string,
): Promise<HolidaysResult> {
  const index = (await loadOrganisation(tx, 'writing')) ?? nobody
  const before = (await lockAggregates(tx, [['calendar', 'calendar']])).get('\ncalendar/calendar') as
    | Calendar
    | undefined
  const calendar = withYearsOf(newer, before ?? emptyCalendar)
  const changed = JSON.stringify(before) !== JSON.stringify(calendar)
  if (changed) {
    const version = openVersion(tx, index, now)
    await version.put([calendar])
    await version.audit([
      {
        ...unspoken,
        actor: { kind: 'system', system: 'bank-holidays.json' },
        action: 'holidays-import',
        acceptedAt: now,
        changes: [],
        aggregates: [auditedAggregate(before, calendar)],
        details: detailsOf(newer),
      },
    ])
    await version.finish()
  }
  return { calendar, changed, dueAfterIt: await dueAfter(tx, calendar.covers?.to ?? '') }
}

function detailsOf({ covers, holidays }: Calendar): Readonly<Record<string, string | number>> {
  const counts = divisions.map(division => [division, holidays[division].length] as const)
  return { from: covers?.from ?? '', to: covers?.to ?? '', ...Object.fromEntries(counts) }
}

async function dueAfter(tx: HubTransaction, end: PlainDate): Promise<HolidaysResult['dueAfterIt']> {
  let count = 0
  let last: PlainDate | null = null
  for await (const group of eachCaseGroup(tx)) {
    if (!isLive(group)) continue
    for (const request of group.serviceRequests) {
      const { dueOn } = request
      if (dueOn === null || dueOn <= end || !isOpenRequest(request)) continue
      count++
      if (last === null || dueOn > last) last = dueOn
    }
  }
  return { count, last }
}

// Before the first extract: a calendar is sent to everybody, whoever there will be.
const nobody: OrganisationIndex = indexOrganisation({
  kind: 'organisation',
  id: 'organisation',
  takenAt: '',
  source: '',
  bom: { effectiveFrom: '', regions: [], segments: [] },
  teams: [],
  staff: [],
})
