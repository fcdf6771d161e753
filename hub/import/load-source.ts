import type pg from 'pg'
import { groupBy } from '../../shared/domain/group-by.ts'
import type { Queries } from './session.ts'

type Texts<Columns extends string> = { readonly [Column in Columns]: string }
type MaybeTexts<Columns extends string> = { readonly [Column in Columns]: string | null }

export type PersonRow = Texts<'scin' | 'first_name' | 'last_name' | 'nationally_sensitive'> &
  MaybeTexts<
    | 'title'
    | 'middle_name'
    | 'nino'
    | 'address_line_1'
    | 'address_line_2'
    | 'town'
    | 'postcode'
    | 'country'
    | 'representative_name'
  >

export type GroupRow = Texts<
  | 'master_case_number'
  | 'title'
  | 'paying_parent_scin'
  | 'segment_name'
  | 'status'
  | 'stage'
  | 'compliant'
  | 'complex'
  | 'lock_on'
  | 'first_seen_at'
> &
  MaybeTexts<
    | 'team_id'
    | 'assigned_to'
    | 'assigned_on'
    | 'p2p_issued_on'
    | 'income_source'
    | 'judicial_review_opened_on'
    | 'judicial_review_closed_on'
    | 'phso_opened_on'
    | 'phso_closed_on'
    | 'ice_opened_on'
    | 'ice_closed_on'
    | 'complaint'
    | 'appeal'
    | 'item_error_status'
    | 'lock_by'
    | 'lock_since'
    | 'lock_reason'
    | 'segment_before'
    | 'segment_changed_at'
    | 'holder_changed_at'
    | 'lock_changed_at'
  > & {
    readonly sensitive: boolean
    readonly missing: boolean
  }

export type CaseRow = Texts<
  | 'case_number'
  | 'master_case_number'
  | 'receiving_parent_scin'
  | 'status'
  | 'opened_on'
  | 'nationally_sensitive'
>

export type RequestRow = Texts<
  'sr_number' | 'master_case_number' | 'type' | 'kind' | 'status' | 'raised_against_scin' | 'created_on'
> &
  MaybeTexts<
    | 'case_number'
    | 'assigned_to'
    | 'due_on'
    | 'flips_to'
    | 'holder_changed_at'
    | 'status_changed_at'
    | 'status_before'
  >

export type ActivityRow = Texts<'sr_number' | 'sequence' | 'name' | 'status'> &
  MaybeTexts<'done_on' | 'status_changed_at'>

export type PostRow = Texts<'post_number' | 'master_case_number' | 'received_on' | 'subject' | 'status'> &
  MaybeTexts<'status_changed_at'>

/** All that the source says about one case group; lists in the order of their keys. */
export interface SourceGroup {
  readonly group: GroupRow
  readonly people: ReadonlyMap<string, PersonRow>
  readonly cases: readonly CaseRow[]
  readonly requests: readonly RequestRow[]
  readonly activities: ReadonlyMap<string, readonly ActivityRow[]>
  readonly post: readonly PostRow[]
}

/** The facts of a page of groups, in the order of the ids. */
export async function loadSource(queries: Queries, ids: readonly string[]): Promise<SourceGroup[]> {
  const rows = <Row extends pg.QueryResultRow>(name: string, sql: string) =>
    queries.query<Row>({ name, text: sql, values: [ids] }).then(result => result.rows)
  const groups = await rows<GroupRow>('source-groups', groupsSql)
  const people = await rows<PersonRow>('source-people', peopleSql)
  const cases = await rows<CaseRow>('source-cases', ofGroups('source_cases', 'case_number'))
  const requests = await rows<RequestRow>('source-requests', ofGroups('source_service_requests', 'sr_number'))
  const activities = await rows<ActivityRow>('source-activities', activitiesSql)
  const post = await rows<PostRow>('source-post', ofGroups('source_post', 'post_number'))
  const known = new Map(people.map(person => [person.scin, person]))
  const casesOf = groupBy(cases, row => row.master_case_number)
  const requestsOf = groupBy(requests, row => row.master_case_number)
  const activitiesOf = groupBy(activities, row => row.sr_number)
  const postOf = groupBy(post, row => row.master_case_number)
  return groups.map(group => ({
    group,
    people: known,
    cases: casesOf.get(group.master_case_number) ?? [],
    requests: requestsOf.get(group.master_case_number) ?? [],
    activities: activitiesOf,
    post: postOf.get(group.master_case_number) ?? [],
  }))
}

const ofGroups = (table: string, key: string) =>
  `SELECT * FROM ${table} WHERE master_case_number = ANY($1) ORDER BY ${key}`

const groupsSql = ofGroups('source_case_groups', 'master_case_number')

const peopleSql = `
  SELECT * FROM source_people WHERE scin IN (
    SELECT paying_parent_scin FROM source_case_groups WHERE master_case_number = ANY($1)
    UNION SELECT receiving_parent_scin FROM source_cases WHERE master_case_number = ANY($1)
  )`

const activitiesSql = `
  SELECT a.* FROM source_activities a JOIN source_service_requests r USING (sr_number)
  WHERE r.master_case_number = ANY($1) ORDER BY a.sr_number, length(a.sequence), a.sequence`
