import { join } from 'node:path'
import { csvWriter } from '../../../hub/sample/csv-writer.ts'
import { fieldsOf, readTables } from '../../../hub/sample/table-files.ts'
import { type Row, type Rows, tables } from '../../../hub/sample/tables.ts'

/** Who sees all of a caseload that was moved into his segment. */
export interface Manager {
  readonly segment: string
  readonly staffNumber: string
  readonly leader: string
}

type Group = Row<'case_groups'>
type Member = Row<'users'>

/**
 * Rewrites an extract so that every case group sits in one case-owning segment, with that segment's teams and
 * caseworkers, and none is nationally sensitive: its manager then holds them all.
 */
export async function moveIntoOneSegment(dir: string): Promise<Manager> {
  const rows = await readTables(dir)
  const segment = largestSegment(rows.case_groups)
  const seats = seatsIn(segment, rows)
  const moved = rows.case_groups.map((group, index) => seated(group, index, segment, seats))
  const holders = new Map(
    rows.case_groups.map((group, index) => [group.master_case_number, [group, moved[index]]]),
  )
  const requests = rows.service_requests.map(request => {
    const [before, after] = holders.get(request.master_case_number) ?? []
    const follows = request.kind === 'case-owning' && request.assigned_to === before?.assigned_to
    return follows ? { ...request, assigned_to: after?.assigned_to ?? '' } : request
  })
  await rewrite(dir, 'case_groups', moved)
  await rewrite(dir, 'service_requests', requests)
  await rewrite(dir, 'people', rows.people.map(unmarked))
  await rewrite(dir, 'cases', rows.cases.map(unmarked))
  return managerOf(segment, seats)
}

const unmarked = <T extends { nationally_sensitive: string }>(row: T): T => ({
  ...row,
  nationally_sensitive: 'N',
})

function largestSegment(groups: readonly Group[]): string {
  const sizes = [...Map.groupBy(groups, group => group.segment_name)]
  const [largest] = sizes.sort(([, one], [, other]) => other.length - one.length)
  if (!largest) throw new Error('The extract has no case groups.')
  return largest[0]
}

interface Seats {
  readonly active: readonly Member[]
  readonly caseworkers: readonly Member[]
  /** Those who hold work and are gone. */
  readonly departed: readonly Member[]
}

function seatsIn(segment: string, { teams, users }: Rows): Seats {
  const here = new Set(teams.filter(team => team.segment_name === segment).map(({ team_id }) => team_id))
  const active = users.filter(user => user.access === 'active' && here.has(user.team_id))
  return {
    active,
    caseworkers: active.filter(({ roles, moved_on }) => roles === 'caseworker' && moved_on === ''),
    departed: users.filter(
      user => user.access === 'removed' && user.moved_on === '' && here.has(user.team_id),
    ),
  }
}

// One of thirty stays behind with somebody who left, and what waited in a queue waits in the segment's.
function seated(group: Group, index: number, segment: string, { caseworkers, departed }: Seats): Group {
  const from = index % 30 === 0 && departed.length > 0 ? departed : caseworkers
  const holder = group.assigned_to === '' ? undefined : from[index % from.length]
  return {
    ...group,
    // A closed group is in no list.
    status: group.status === 'Closed' ? 'Active' : group.status,
    segment_name: segment,
    team_id: holder?.team_id ?? '',
    assigned_to: holder?.staff_number ?? '',
  }
}

function managerOf(segment: string, { active }: Seats): Manager {
  const manager = active.find(({ roles }) => roles.includes('segment-manager'))
  const leader = active.find(({ roles }) => roles.includes('team-leader'))
  if (!manager || !leader) throw new Error(`Nobody manages ${segment}.`)
  return { segment, staffNumber: manager.staff_number, leader: leader.staff_number }
}

async function rewrite<T extends keyof Rows>(dir: string, table: T, rows: readonly Row<T>[]): Promise<void> {
  const writer = await csvWriter(join(dir, `${table}.csv`), { lineEnd: '\r\n', byteOrderMark: false })
  writer.write(tables[table])
  for (const row of rows) writer.write(fieldsOf(table, row))
  await writer.close()
}
