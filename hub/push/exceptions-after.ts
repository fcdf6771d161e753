import { sql } from 'kysely'
import { groupsIn, type Put } from '../../shared/commands/command.ts'
import { documentName } from '../../shared/domain/aggregate.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { DataException } from '../../shared/domain/data-exception.ts'
import type { MasterCaseNumber, SegmentName } from '../../shared/domain/ids.ts'
import type { HubTransaction } from '../database/database.ts'
import type { Documents } from './lock-documents.ts'

type Place = Pick<CaseGroup, 'segment' | 'sensitive'>

/** The data exceptions of the groups that a push moves or makes sensitive, as they are to be shown from now on (ACC-3). */
export async function exceptionsAfter(
  tx: HubTransaction,
  before: Documents,
  puts: readonly Put[],
): Promise<readonly DataException[]> {
  const groups = groupsIn(puts).filter(group => hasMoved(group, before))
  const moved = new Map<MasterCaseNumber, Place>(groups.map(group => [group.id, group]))
  if (moved.size === 0) return []
  const exceptions = await lockExceptionsOf(tx, [...moved.keys()])
  if (exceptions.length === 0) return []
  const others = exceptions.flatMap(({ caseGroups }) => caseGroups.filter(id => !moved.has(id)))
  const places = new Map([...(await placesOf(tx, others)), ...moved])
  return exceptions.map(exception => withPlaces(exception, places))
}

function hasMoved(put: CaseGroup, before: Documents): boolean {
  const known = before.get(documentName('case-group', put.id)) as CaseGroup | undefined
  return known?.segment !== put.segment || known.sensitive !== put.sensitive
}

// After all other aggregates, in the order of their ids: no command names one.
async function lockExceptionsOf(
  tx: HubTransaction,
  ids: readonly MasterCaseNumber[],
): Promise<readonly DataException[]> {
  const { rows } = await sql<{ document: string }>`
    SELECT document FROM aggregate
    WHERE kind = 'data-exception' AND document::jsonb -> 'caseGroups' ?| ${ids}::text[]
    ORDER BY id FOR UPDATE`.execute(tx)
  return rows.map(({ document }) => JSON.parse(document) as DataException)
}

async function placesOf(
  tx: HubTransaction,
  ids: readonly MasterCaseNumber[],
): Promise<readonly (readonly [MasterCaseNumber, Place])[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: MasterCaseNumber; segment: SegmentName; sensitive: boolean }>`
    SELECT id, segment, sensitive FROM case_group WHERE id = ANY(${ids}::text[])`.execute(tx)
  return rows.map(({ id, segment, sensitive }) => [id, { segment, sensitive }] as const)
}

// What a marker in any row sealed once, no command unseals.
function withPlaces(exception: DataException, places: ReadonlyMap<MasterCaseNumber, Place>): DataException {
  const found = exception.caseGroups.flatMap(id => places.get(id) ?? [])
  return {
    ...exception,
    segments: [...new Set(found.map(({ segment }) => segment))].sort(),
    sensitive: exception.sensitive || found.some(({ sensitive }) => sensitive),
  }
}
