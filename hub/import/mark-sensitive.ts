import type { Queries } from './session.ts'

/**
 * Marks the groups of which any readable row says that a person or case is nationally sensitive, a rejected row
 * too, or one that only a rejected row links to the group (ACC-3). `marked_group` holds also those that are not in.
 */
export async function markSensitive(queries: Queries): Promise<void> {
  await queries.query(markedPeople)
  await queries.query(markedGroups)
  await queries.query(`
    WITH turned AS (
      UPDATE source_case_groups g SET sensitive = NOT sensitive
      WHERE sensitive <> EXISTS (SELECT FROM marked_group m WHERE m.id = g.master_case_number)
      RETURNING g.master_case_number
    )
    INSERT INTO touched SELECT master_case_number FROM turned`)
}

const markedPeople = `
  CREATE TEMP TABLE marked_person AS
  SELECT scin FROM source_people WHERE nationally_sensitive = 'Y'
  UNION SELECT scin FROM stage_people WHERE rejected AND nationally_sensitive = 'Y' AND scin IS NOT NULL`

const markedGroups = `
  CREATE TEMP TABLE marked_group AS
  SELECT g.master_case_number AS id FROM source_case_groups g JOIN marked_person m ON m.scin = g.paying_parent_scin
  UNION SELECT master_case_number FROM source_cases WHERE nationally_sensitive = 'Y'
  UNION SELECT c.master_case_number FROM source_cases c JOIN marked_person m ON m.scin = c.receiving_parent_scin
  UNION SELECT s.master_case_number FROM stage_case_groups s JOIN marked_person m ON m.scin = s.paying_parent_scin
    WHERE s.rejected AND s.master_case_number IS NOT NULL
  UNION SELECT s.master_case_number FROM stage_cases s LEFT JOIN marked_person m ON m.scin = s.receiving_parent_scin
    WHERE s.rejected AND s.master_case_number IS NOT NULL
      AND (s.nationally_sensitive = 'Y' OR m.scin IS NOT NULL)`
