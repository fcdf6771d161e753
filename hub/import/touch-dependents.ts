import type { Organisation } from '../../shared/domain/organisation.ts'
import type { Queries } from './session.ts'

/**
 * Adds the groups that a change of the organisation concerns, whatever their own facts: who sees them, and what
 * their specialists may keep.
 */
export async function touchDependents(
  queries: Queries,
  before: Organisation | undefined,
  after: Organisation,
): Promise<void> {
  if (!before) return
  const same = (part: 'bom' | 'teams') => JSON.stringify(before[part]) === JSON.stringify(after[part])
  if (!same('bom') || !same('teams')) {
    await queries.query('INSERT INTO touched SELECT id FROM case_group')
    return
  }
  // One that an earlier import left in a segment that is no more is put right by any (ALLOC-1).
  const segments = after.bom.segments.filter(({ kind }) => kind === 'case-owning').map(({ name }) => name)
  await queries.query('INSERT INTO touched SELECT id FROM case_group WHERE segment <> ALL($1::text[])', [
    segments,
  ])
  const staff = changedStaff(before, after)
  if (staff.length > 0)
    await queries.query('INSERT INTO touched SELECT id FROM case_group WHERE staff && $1::text[]', [staff])
}

function changedStaff(before: Organisation, after: Organisation): string[] {
  const known = new Map(before.staff.map(member => [member.number, JSON.stringify(member)]))
  const changed = after.staff.filter(member => known.get(member.number) !== JSON.stringify(member))
  const present = new Set(after.staff.map(({ number }) => number))
  const gone = before.staff.filter(({ number }) => !present.has(number))
  return [...changed, ...gone].map(({ number }) => number)
}
