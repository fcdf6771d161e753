import type { Queries } from './session.ts'

/**
 * Flags the groups that the extract no longer lists, and lets go of other facts that it no longer has. What belongs
 * to a group is forgotten only where the extract has the group itself: one that is missing, or an exception now,
 * keeps all that it had (IMP-6).
 */
export async function reviseWhatIsMissing(queries: Queries): Promise<void> {
  for (const statement of statements) await queries.query(statement)
}

const flagMissingGroups = `
  WITH flagged AS (
    UPDATE source_case_groups g SET missing = NOT missing
    WHERE missing = EXISTS (SELECT FROM stage_case_groups s WHERE s.master_case_number = g.master_case_number)
    RETURNING g.master_case_number
  )
  INSERT INTO touched SELECT master_case_number FROM flagged`

const isListed = (table: string, key: string) =>
  `EXISTS (SELECT FROM stage_${table} s WHERE s.${key} = o.${key})`

const simple = (table: string, key: string) =>
  `DELETE FROM source_${table} o WHERE NOT ${isListed(table, key)}`

const ofGroup = (table: string, key: string) => `
  WITH gone AS (
    DELETE FROM source_${table} o
    WHERE NOT ${isListed(table, key)} AND EXISTS (
      SELECT FROM stage_case_groups g WHERE g.master_case_number = o.master_case_number AND NOT g.rejected
    ) RETURNING o.master_case_number
  )
  INSERT INTO touched SELECT DISTINCT master_case_number FROM gone`

const activities = `
  WITH gone AS (
    DELETE FROM source_activities o
    WHERE NOT EXISTS (
      SELECT FROM stage_activities s WHERE s.sr_number = o.sr_number AND s.sequence = o.sequence
    ) AND (
      EXISTS (SELECT FROM stage_service_requests r WHERE r.sr_number = o.sr_number AND NOT r.rejected)
      OR NOT EXISTS (SELECT FROM source_service_requests r WHERE r.sr_number = o.sr_number)
    ) RETURNING o.sr_number
  )
  INSERT INTO touched
  SELECT DISTINCT r.master_case_number FROM gone JOIN source_service_requests r USING (sr_number)`

const people = `
  DELETE FROM source_people o
  WHERE NOT ${isListed('people', 'scin')}
    AND NOT EXISTS (SELECT FROM source_case_groups g WHERE g.paying_parent_scin = o.scin)
    AND NOT EXISTS (SELECT FROM source_cases c WHERE c.receiving_parent_scin = o.scin)`

const statements = [
  flagMissingGroups,
  simple('regions', 'region'),
  simple('segments', 'segment_name'),
  simple('teams', 'team_id'),
  simple('users', 'staff_number'),
  ofGroup('cases', 'case_number'),
  ofGroup('service_requests', 'sr_number'),
  ofGroup('post', 'post_number'),
  activities,
  people,
]
