import { mkdir } from 'node:fs/promises'
import { type Calendar, calendarOf, nextDay } from './calendar.ts'
import { type Random, randomFrom } from './random.ts'
import { cleanManner, createTables, readTables } from './table-files.ts'
import { type Row, type Rows, type Table, tableNames } from './tables.ts'

interface NextDayOptions {
  /** The folder of the extract before; it is read whole, so keep it to some 10,000 case groups. */
  readonly from: string
  readonly dir: string
  readonly seed: number
}

/** A day later: work was done, people moved, groups were reassigned, moved, locked and unlocked. */
export async function writeNextDay({ from, dir, seed }: NextDayOptions): Promise<void> {
  const rows = await readTables(from)
  const takenAt = nextDay(rows.manifest[0]?.taken_at ?? '')
  const day: Day = { rows, calendar: calendarOf(takenAt), random: randomFrom(seed, 'next day') }
  for (const row of rows.manifest) row.taken_at = takenAt
  for (const change of changes) change(day)
  await mkdir(dir, { recursive: true })
  await writeAll(dir, rows)
}

interface Day {
  readonly rows: Rows
  readonly calendar: Calendar
  readonly random: Random
}

const changes: readonly ((day: Day) => void)[] = [
  closeRequests,
  startRequests,
  settlePost,
  reassign,
  moveGroups,
  moveLockedGroups,
  endLocks,
  setLocks,
  flipCompliance,
  markSensitive,
  moveHouse,
  removeAccess,
  moveStaff,
  loseGroup,
]

async function writeAll(dir: string, rows: Rows): Promise<void> {
  const files = await createTables(dir, cleanManner)
  const putAll = <T extends Table>(table: T) => {
    const all: readonly Row<T>[] = rows[table]
    for (const row of all) files.put(table, row)
  }
  try {
    for (const table of tableNames) putAll(table)
  } finally {
    await files.close()
  }
}

/** A share of the rows, and at least one where there is one. */
function some<T>(candidates: readonly T[], share: number, random: Random): T[] {
  const chosen = candidates.filter(() => random.chance(share))
  return chosen.length === 0 && candidates.length > 0 ? [random.pick(candidates)] : chosen
}

function closeRequests({ rows, calendar, random }: Day): void {
  const groups = new Map(rows.case_groups.map(group => [group.master_case_number, group]))
  const started = rows.service_requests.filter(({ status }) => status === 'Started')
  const closed = some(started, 0.08, random)
  for (const request of closed) {
    request.status = 'Closed'
    const group = groups.get(request.master_case_number)
    if (group !== undefined) applyFlip(request.flips_to, group, random)
  }
  const numbers = new Set(closed.map(request => request.sr_number))
  for (const activity of rows.activities) {
    if (!numbers.has(activity.sr_number) || activity.status === 'Done') continue
    activity.status = 'Done'
    activity.done_on = calendar.date(0)
  }
}

/** The columns of the group are the facts (IMP-6); mostly they say what the service request announced. */
function applyFlip(flip: string, group: Row<'case_groups'>, random: Random): void {
  const [field, value] = flip.split('=')
  if (field === undefined || value === undefined || random.chance(0.1)) return
  if (field in group) Object.assign(group, { [field]: value })
}

function startRequests({ rows, random }: Day): void {
  const planned = new Set(rows.activities.map(activity => activity.sr_number))
  const waiting = rows.service_requests.filter(
    ({ status, sr_number }) => status === 'Not Started' && planned.has(sr_number),
  )
  for (const request of some(waiting, 0.15, random)) request.status = 'Started'
}

function settlePost({ rows, random }: Day): void {
  const open = rows.post.filter(({ status }) => status === 'Open')
  for (const item of some(open, 0.2, random)) item.status = 'Done'
}

function reassign({ rows, calendar, random }: Day): void {
  const staff = Map.groupBy(rows.users.filter(isActiveCaseworker), user => user.team_id)
  const candidates = unlocked(rows).filter(({ team_id }) => (staff.get(team_id)?.length ?? 0) > 1)
  for (const group of some(candidates, 0.015, random)) {
    const others = (staff.get(group.team_id) ?? []).filter(user => user.staff_number !== group.assigned_to)
    assign(group, random.pick(others).staff_number, rows, calendar)
  }
}

function moveGroups(day: Day): void {
  const candidates = unlocked(day.rows).filter(group => !isSpecial(group))
  for (const group of some(candidates, 0.01, day.random)) moveGroup(group, day)
}

/** The source system can move what is locked; the hub has to notice it (IMP-9). */
function moveLockedGroups(day: Day): void {
  const candidates = locked(day.rows).filter(group => !isSpecial(group))
  for (const group of some(candidates, 0.02, day.random)) moveGroup(group, day)
}

function moveGroup(group: Row<'case_groups'>, { rows, calendar, random }: Day): void {
  const country = group.segment_name.slice(0, 6)
  const segments = rows.segments.filter(
    ({ segment_name, rank }) =>
      ['9', '10', '11'].includes(rank) &&
      segment_name.startsWith(country) &&
      segment_name !== group.segment_name,
  )
  if (segments.length === 0) return
  group.segment_name = random.pick(segments).segment_name
  const teams = rows.teams.filter(team => team.segment_name === group.segment_name)
  group.team_id = teams.length === 1 ? (teams[0]?.team_id ?? '') : ''
  assign(group, '', rows, calendar)
}

/** The case-owning service requests follow the holder (SR-1). */
function assign(group: Row<'case_groups'>, holder: string, rows: Rows, calendar: Calendar): void {
  group.assigned_to = holder
  group.assigned_on = holder === '' ? '' : calendar.date(0)
  for (const request of rows.service_requests) {
    const follows = request.kind === 'case-owning' && request.status !== 'Closed'
    if (follows && request.master_case_number === group.master_case_number) request.assigned_to = holder
  }
}

function endLocks({ rows, random }: Day): void {
  for (const group of some(locked(rows), 0.08, random)) {
    Object.assign(group, { lock_on: 'N', lock_by: '', lock_since: '', lock_reason: '' })
  }
}

function setLocks({ rows, calendar, random }: Day): void {
  for (const group of some(unlocked(rows), 0.005, random)) {
    group.lock_on = 'Y'
    group.lock_by = group.assigned_to
    group.lock_since = random.chance(0.3) ? '' : calendar.time(0, random.int(28_800, 61_200))
    group.lock_reason = 'Order for sale before the court'
  }
}

function flipCompliance({ rows, random }: Day): void {
  const maintained = rows.case_groups.filter(
    ({ status, stage }) => status !== 'Closed' && stage === 'maintenance',
  )
  for (const group of some(maintained, 0.01, random)) group.compliant = group.compliant === 'Y' ? 'N' : 'Y'
}

function markSensitive({ rows, random }: Day): void {
  const ordinary = rows.people.filter(person => person.nationally_sensitive === 'N')
  for (const person of some(ordinary, 0.0003, random)) person.nationally_sensitive = 'Y'
}

function moveHouse({ rows, random }: Day): void {
  const atHome = rows.people.filter(({ country }) => country === 'GB' || country === 'NI')
  for (const person of some(atHome, 0.003, random)) {
    const { address_line_1, address_line_2, town, postcode, country } = random.pick(atHome)
    Object.assign(person, { address_line_1, address_line_2, town, postcode, country })
  }
}

function removeAccess({ rows, calendar, random }: Day): void {
  for (const user of some(rows.users.filter(isActiveCaseworker), 0.005, random)) {
    user.access = 'removed'
    user.access_ended_on = calendar.date(0)
  }
}

/** Nobody moves in or out of Special Client Records, whose staff are nominated. */
function moveStaff({ rows, calendar, random }: Day): void {
  const special = new Set(
    rows.segments.filter(({ rank }) => rank === '1').map(segment => segment.segment_name),
  )
  const teams = rows.teams.filter(team => !special.has(team.segment_name))
  const ids = new Set(teams.map(team => team.team_id))
  const movable = rows.users.filter(user => isActiveCaseworker(user) && ids.has(user.team_id))
  for (const user of some(movable, 0.005, random)) {
    user.previous_team_id = user.team_id
    user.team_id = random.pick(teams.filter(team => team.team_id !== user.team_id)).team_id
    user.moved_on = calendar.date(0)
  }
}

/** One case group and all that hangs on it is missing from the newer extract. */
function loseGroup({ rows, random }: Day): void {
  const lost = random.pick(rows.case_groups).master_case_number
  const requests = new Set(
    rows.service_requests.filter(row => row.master_case_number === lost).map(row => row.sr_number),
  )
  rows.activities = rows.activities.filter(row => !requests.has(row.sr_number))
  rows.service_requests = rows.service_requests.filter(row => row.master_case_number !== lost)
  rows.cases = rows.cases.filter(row => row.master_case_number !== lost)
  rows.post = rows.post.filter(row => row.master_case_number !== lost)
  rows.case_groups = rows.case_groups.filter(row => row.master_case_number !== lost)
}

function isActiveCaseworker({ roles, access }: Row<'users'>): boolean {
  return access === 'active' && roles.split(';').includes('caseworker')
}

function isSpecial(group: Row<'case_groups'>): boolean {
  return group.segment_name.endsWith('_SCR')
}

function locked(rows: Rows): Row<'case_groups'>[] {
  return rows.case_groups.filter(({ status, lock_on }) => status !== 'Closed' && lock_on === 'Y')
}

function unlocked(rows: Rows): Row<'case_groups'>[] {
  return rows.case_groups.filter(({ status, lock_on }) => status !== 'Closed' && lock_on === 'N')
}
