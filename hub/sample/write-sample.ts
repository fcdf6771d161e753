import { mkdir } from 'node:fs/promises'
import { calendarOf } from './calendar.ts'
import { type CaseGroupRows, caseGroupOf, type Office } from './case-group.ts'
import { dirtyManner } from './dirt.ts'
import { numbersFrom } from './numbers.ts'
import { organisationOf } from './organisation.ts'
import { planOf } from './plan.ts'
import { randomFrom } from './random.ts'
import { regionRow } from './regions.ts'
import { segmentRow } from './segments.ts'
import { staffRow } from './staff.ts'
import { cleanManner, createTables, type TableFiles } from './table-files.ts'
import type { Row, Table } from './tables.ts'
import { teamRow } from './teams.ts'

export interface SampleOptions {
  readonly groups: number
  readonly seed: number
  /** Made if it is not there; files of the same names are replaced. */
  readonly dir: string
  readonly takenAt?: string
  /** How many regions the BOM has, Northern Ireland included. */
  readonly regions?: number
  /** Adds the faults that an import must turn into data exceptions. */
  readonly dirt?: boolean
}

export const usualTakenAt = '2026-11-20T18:00:00Z'
export const usualRegions = 5

const groupsPerFlush = 1_000

export async function writeSample(options: SampleOptions): Promise<void> {
  const random = randomFrom(options.seed, 'sample')
  const office = openOffice(options)
  await mkdir(options.dir, { recursive: true })
  const files = await createTables(options.dir, options.dirt ? dirtyManner(random.fork('dirt')) : cleanManner)
  try {
    putOrganisation(files, office)
    const draw = random.fork('plans')
    for (let index = 0; index < options.groups; index += 1) {
      putCaseGroup(files, caseGroupOf(planOf(index, draw), office))
      if (index % groupsPerFlush === 0) await files.flush()
    }
  } finally {
    await files.close()
  }
}

function openOffice({ groups, seed, takenAt = usualTakenAt, regions = usualRegions }: SampleOptions): Office {
  const random = randomFrom(seed, 'sample')
  const numbers = numbersFrom(random.fork('numbers'))
  const calendar = calendarOf(takenAt)
  return {
    ...{ numbers, calendar },
    random: random.fork('case groups'),
    organisation: organisationOf(groups, regions, { numbers, calendar, random: random.fork('organisation') }),
    acquaintances: { payers: [], receivers: [], sensitive: [] },
  }
}

function putOrganisation(files: TableFiles, { organisation, calendar }: Office): void {
  files.put('manifest', {
    taken_at: calendar.takenAt,
    source: 'CMS2012 list export',
    bom_effective_from: calendar.date(233),
  })
  for (const region of organisation.regions) files.put('regions', regionRow(region))
  for (const segment of organisation.segments) files.put('segments', segmentRow(segment))
  for (const team of organisation.teams) files.put('teams', teamRow(team))
  for (const member of organisation.staff) files.put('users', staffRow(member, calendar))
}

function putCaseGroup(files: TableFiles, rows: CaseGroupRows): void {
  const put = <T extends Table>(table: T, all: readonly Row<T>[]) => {
    for (const row of all) files.put(table, row)
  }
  put('people', rows.people)
  put('case_groups', rows.case_groups)
  put('cases', rows.cases)
  put('service_requests', rows.service_requests)
  put('activities', rows.activities)
  put('post', rows.post)
}
