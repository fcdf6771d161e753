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
const isMarkedPerson = (scin: string) => `EXISTS (SELECT FROM marked_person m WHERE m.scin = ${scin})`

const ofStaff = `
  ${into}
  SELECT ${facts}, '{}', false FROM fault f WHERE f.file IN ('teams', 'users') ORDER BY f.file, f.line`

/** The columns of a file that lead to a group, other than its number: clients, and numbers that an earlier extract knew. */
interface Ways {
  readonly scin?: string
  readonly numbers?: readonly string[]
}

// The group that is in decides. Where the row names none that is, it is shown to people who are sent no caseload, so
// that whatever else in it leads to a sensitive group counts: the same client, the same case, the same request.
const ofGroup = (file: string, { scin, numbers = [] }: Ways, marker = 'false') => `
  ${into}
  SELECT ${facts}, array_remove(ARRAY[s.master_case_number], NULL),
    ${isMarked('s.master_case_number')} OR ${marker} OR ${scin ? isMarkedPerson(`s.${scin}`) : 'false'}
    OR (NOT EXISTS (SELECT FROM source_case_groups g WHERE g.master_case_number = s.master_case_number)
      AND (${[...(scin ? [leads('client', scin)] : []), ...numbers.map(column => leads(column, column))].join(' OR ')}))
  FROM fault f JOIN stage_${file} s ON s.line = f.line WHERE f.file = '${file}' ORDER BY f.line`

const leads = (kind: string, column: string) =>
  `EXISTS (SELECT FROM marked_way w WHERE w.kind = '${kind}' AND w.key = s.${column})`

/** What leads to a sensitive group, in this extract or as it is known from earlier ones. */
const markedWays = `
  CREATE TEMP TABLE marked_way AS
  SELECT 'client' AS kind, c.key FROM (
    SELECT paying_parent_scin AS key, master_case_number AS id FROM source_case_groups
    UNION ALL SELECT paying_parent_scin, master_case_number FROM stage_case_groups
    UNION ALL SELECT receiving_parent_scin, master_case_number FROM source_cases
    UNION ALL SELECT receiving_parent_scin, master_case_number FROM stage_cases
  ) c JOIN marked_group m USING (id) WHERE c.key IS NOT NULL
  UNION SELECT n.kind, n.key FROM (
    SELECT 'case_number' AS kind, case_number AS key, master_case_number AS id FROM source_cases
    UNION ALL SELECT 'case_number', case_number, master_case_number FROM stage_cases
    UNION ALL SELECT 'sr_number', sr_number, master_case_number FROM source_service_requests
    UNION ALL SELECT 'sr_number', sr_number, master_case_number FROM stage_service_requests
    UNION ALL SELECT 'post_number', post_number, master_case_number FROM source_post
    UNION ALL SELECT 'post_number', post_number, master_case_number FROM stage_post
  ) n JOIN marked_group m USING (id) WHERE n.key IS NOT NULL`

// A marker counts even where the row does not say of which group.
const cases = ofGroup(
  'cases',
  { scin: 'receiving_parent_scin', numbers: ['case_number'] },
  `coalesce(s.nationally_sensitive = 'Y', false)`,
)

const activities = `
  ${into}
  SELECT ${facts}, array_remove(ARRAY[r.master_case_number], NULL),
    ${isMarked('r.master_case_number')} OR ${leads('sr_number', 'sr_number')}
  FROM fault f JOIN stage_activities s ON s.line = f.line
  LEFT JOIN (
    SELECT sr_number, min(master_case_number) AS master_case_number FROM (
      SELECT sr_number, master_case_number FROM stage_service_requests
      UNION SELECT sr_number, master_case_number FROM source_service_requests
    ) known GROUP BY sr_number
  ) r USING (sr_number)
  WHERE f.file = 'activities' ORDER BY f.line`

// A group that this extract leaves out is kept, so that what was known of it counts beside what is said of it now.
const people = `
  ${into}
  SELECT ${facts}, coalesce(g.groups, '{}'), coalesce(g.marked, false) OR coalesce(s.nationally_sensitive = 'Y', false)
    OR ${isMarkedPerson('s.scin')}
  FROM fault f JOIN stage_people s ON s.line = f.line
  LEFT JOIN (
    SELECT scin, array_agg(id ORDER BY id) AS groups, bool_or(${isMarked('l.id')}) AS marked FROM (
      SELECT paying_parent_scin AS scin, master_case_number AS id FROM stage_case_groups
      UNION SELECT receiving_parent_scin, master_case_number FROM stage_cases
      UNION SELECT paying_parent_scin, master_case_number FROM source_case_groups
      UNION SELECT receiving_parent_scin, master_case_number FROM source_cases
    ) l WHERE l.id IS NOT NULL AND scin IN (SELECT key FROM fault WHERE file = 'people') GROUP BY scin
  ) g USING (scin)
  WHERE f.file = 'people' ORDER BY f.line`

const statements = [
  markedWays,
  ofStaff,
  people,
  ofGroup('case_groups', { scin: 'paying_parent_scin' }),
  cases,
  ofGroup('service_requests', { scin: 'raised_against_scin', numbers: ['case_number', 'sr_number'] }),
  activities,
  ofGroup('post', { numbers: ['post_number'] }),
]
