import type { Random } from './random.ts'
import { fieldsOf, type Manner } from './table-files.ts'
import { type Row, type Table, tables } from './tables.ts'

/** The row's new fields, or the rows it becomes. */
type Fault<T extends Table> = (row: Row<T>, random: Random, before: Row<T> | undefined) => Row<T> | Row<T>[]
type Faults = { readonly [T in Table]?: readonly Fault<T>[] }

const shareOfFaults = 0.003
const shareOfTidying = 0.01

/** The faults that IMP-2, IMP-3 and IMP-5 name. The tables the import stops at stay clean. */
const faults: Faults = {
  users: [
    user => ({ ...user, team_id: 'T9999' }),
    user => ({ ...user, moved_on: '2026-06-31' }),
    user => ({ ...user, email: '' }),
    user => [user, user],
  ],
  people: [
    person => ({ ...person, nino: 'QQ123456A' }),
    person => ({ ...person, nino: 'AO123456C' }),
    person => ({ ...person, nino: 'GB12345' }),
    person => ({ ...person, postcode: 'ZZ99' }),
    person => ({ ...person, postcode: 'not given' }),
    person => ({ ...person, last_name: '' }),
    person => ({ ...person, nationally_sensitive: 'X' }),
    person => [person, { ...person, first_name: 'Duplicate' }],
  ],
  case_groups: [
    group => ({ ...group, segment_name: 'FS_GB_NOSUCH_OOO_SEG' }),
    group => ({ ...group, paying_parent_scin: '120000000000' }),
    group => ({ ...group, stage: 'in payment' }),
    group => ({ ...group, compliant: '', stage: '' }),
    group => ({ ...group, income_source: 'lottery' }),
    group => ({ ...group, assigned_to: '99999999' }),
    group => ({ ...group, team_id: 'T9999' }),
    (group, _, before) => ({ ...group, team_id: before?.team_id ?? 'T9999' }),
    group => ({ ...group, assigned_on: '2026-02-30' }),
    group => [group, group],
    group => [group, { ...group, master_case_number: `9${group.master_case_number.slice(1)}` }],
  ],
  cases: [
    row => ({ ...row, master_case_number: '99999999' }),
    row => ({ ...row, receiving_parent_scin: '120000000000' }),
    row => ({ ...row, opened_on: '2026-13-01' }),
    row => ({ ...row, status: '' }),
    row => [row, row],
  ],
  service_requests: [
    request => ({ ...request, status: 'Pending' }),
    request => ({ ...request, kind: 'special' }),
    request => ({ ...request, raised_against_scin: '120000000000' }),
    request => ({ ...request, assigned_to: '99999999' }),
    request => ({ ...request, due_on: '2026-11-31' }),
    request => ({ ...request, flips_to: 'colour=blue' }),
    (request, _, before) => ({ ...request, case_number: before?.case_number ?? '399999999' }),
    request => [request, request],
  ],
  activities: [
    activity => ({ ...activity, status: 'Doing' }),
    activity => ({ ...activity, sequence: 'first' }),
    activity => ({ ...activity, name: '' }),
    activity => ({ ...activity, done_on: 'yesterday' }),
    activity => ({ ...activity, sr_number: '1-ZZZZZZZ' }),
    activity => [activity, activity],
  ],
  post: [
    item => ({ ...item, received_on: '20/11/2026' }),
    item => ({ ...item, status: 'Lost' }),
    item => ({ ...item, master_case_number: '99999999' }),
    item => [item, item],
  ],
}

/**
 * Writes like a careless export: faulty rows, and what the format allows though nobody expects it (byte order mark,
 * other order of columns, unknown columns, mixed line ends, untidy postcodes and NINOs).
 */
export function dirtyManner(random: Random): Manner {
  const before: { [T in Table]?: Row<T> } = {}

  function rowsOf<T extends Table>(table: T, row: Row<T>): Row<T>[] {
    const previous = before[table]
    Object.assign(before, { [table]: row })
    const choices: readonly Fault<T>[] = faults[table] ?? []
    if (choices.length === 0 || !random.chance(shareOfFaults)) return [untidy(table, row, random)]
    const result = random.pick(choices)(row, random, previous)
    return Array.isArray(result) ? result : [result]
  }

  function fields<T extends Table>(table: T, row: Row<T>): string[] {
    const line = fieldsOf(table, row)
    if (table === 'cases') line.reverse()
    if (table === 'teams') line.push('1-42')
    const isRagged = faults[table] !== undefined && random.chance(shareOfFaults / 10)
    if (isRagged) return random.chance(0.5) ? line.slice(0, -1) : [...line, 'one too many']
    return line
  }

  return {
    style: table => ({ lineEnd: table === 'activities' ? '\n' : '\r\n', byteOrderMark: table === 'people' }),
    header: table => {
      if (table === 'cases') return [...tables.cases].reverse()
      return table === 'teams' ? [...tables.teams, 'row_id'] : tables[table]
    },
    lines: (table, row) => rowsOf(table, row).map(each => fields(table, each)),
  }
}

/** Untidy, but nothing is lost by tidying it (IMP-4). */
function untidy<T extends Table>(table: T, row: Row<T>, random: Random): Row<T> {
  if (table !== 'people' || !random.chance(shareOfTidying)) return row
  const { nino, postcode } = row as Row<'people'>
  const spaced = nino.replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5')
  return { ...row, nino: spaced, postcode: ` ${postcode.replace(' ', '').toLowerCase()} ` }
}
