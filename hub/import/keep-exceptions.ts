import type { Queries } from './session.ts'

/**
 * Replaces the data exceptions by those of this import, each with the groups it concerns, so that it is shown as
 * they would be (ACC-3).
 */
export async function keepExceptions(queries: Queries): Promise<void> {
  await queries.query('DELETE FROM data_exception')
  for (const statement of statements) await queries.query(statement)
}

export async function countExceptions(queries: Queries): Promise<number> {
  const { rows } = await queries.query<{ count: string }>('SELECT count(*) FROM data_exception')
  return Number(rows[0]?.count)
}

const into = `INSERT INTO data_exception
    (file, line, key, "column", kind, value, reason, case_groups, sensitive)`

const facts = `f.file || '.csv', f.line, f.key, f."column", f.kind, f.value, f.reason`

const isMarked = (group: string) => `EXISTS (SELECT FROM marked_group m WHERE m.id = ${group})`

const ofStaff = `
  ${into}
  SELECT ${facts}, '{}', false FROM fault f WHERE f.file IN ('teams', 'users') ORDER BY f.file, f.line`

const ofGroup = (file: string, marked = 'false') => `
  ${into}
  SELECT ${facts}, array_remove(ARRAY[s.master_case_number], NULL), ${isMarked('s.master_case_number')} OR ${marked}
  FROM fault f JOIN stage_${file} s ON s.line = f.line WHERE f.file = '${file}' ORDER BY f.line`

// A marker counts even where the row does not say of which group.
const cases = ofGroup('cases', `coalesce(s.nationally_sensitive = 'Y', false)`)

const activities = `
  ${into}
  SELECT ${facts}, array_remove(ARRAY[r.master_case_number], NULL), ${isMarked('r.master_case_number')}
  FROM fault f JOIN stage_activities s ON s.line = f.line
  LEFT JOIN (
    SELECT sr_number, min(master_case_number) AS master_case_number FROM stage_service_requests GROUP BY sr_number
  ) r USING (sr_number)
  WHERE f.file = 'activities' ORDER BY f.line`

const people = `
  ${into}
  SELECT ${facts}, coalesce(g.groups, '{}'), coalesce(g.marked, false) OR coalesce(s.nationally_sensitive = 'Y', false)
    OR EXISTS (SELECT FROM marked_person m WHERE m.scin = s.scin)
  FROM fault f JOIN stage_people s ON s.line = f.line
  LEFT JOIN (
    SELECT scin, array_agg(id ORDER BY id) AS groups, bool_or(${isMarked('l.id')}) AS marked FROM (
      SELECT paying_parent_scin AS scin, master_case_number AS id FROM stage_case_groups
      UNION SELECT receiving_parent_scin, master_case_number FROM stage_cases
    ) l WHERE l.id IS NOT NULL AND scin IN (SELECT key FROM fault WHERE file = 'people') GROUP BY scin
  ) g USING (scin)
  WHERE f.file = 'people' ORDER BY f.line`

const statements = [
  ofStaff,
  people,
  ofGroup('case_groups'),
  cases,
  ofGroup('service_requests'),
  activities,
  ofGroup('post'),
]
