import type {
  Activity,
  Case,
  CaseGroup,
  Episode,
  Person,
  Post,
  ServiceRequest,
} from '../../shared/domain/case-group.ts'
import type {
  CaseNumber,
  MasterCaseNumber,
  PostNumber,
  Scin,
  SegmentName,
  SrNumber,
  StaffNumber,
  TeamId,
} from '../../shared/domain/ids.ts'
import type { Lock } from '../../shared/domain/lock.ts'
import type {
  ActivityRow,
  CaseRow,
  GroupRow,
  PersonRow,
  PostRow,
  RequestRow,
  SourceGroup,
} from './load-source.ts'

/** The case group as the source tells it: what is decided here is as the source has it, too. */
export function buildCaseGroup(source: SourceGroup): CaseGroup {
  const { group } = source
  return {
    kind: 'case-group',
    id: group.master_case_number as MasterCaseNumber,
    title: group.title,
    payingParent: group.paying_parent_scin as Scin,
    people: peopleOf(source),
    cases: source.cases.map(caseOf),
    serviceRequests: source.requests.map(request => requestOf(request, source)),
    post: source.post.map(postOf),
    incidents: [],

    segment: group.segment_name as SegmentName,
    team: group.team_id as TeamId | null,
    holder: group.assigned_to as StaffNumber | null,
    assignedOn: group.assigned_on,
    lock: lockOf(group),
    movedWhileLocked: null,
    differences: [],

    status: group.status as CaseGroup['status'],
    stage: group.stage as CaseGroup['stage'],
    reachedMaintenance: group.stage === 'maintenance',
    p2pIssuedOn: group.p2p_issued_on,
    incomeSource: group.income_source as CaseGroup['incomeSource'],
    compliant: group.compliant === 'Y',
    complex: group.complex === 'Y',
    judicialReview: episode(group.judicial_review_opened_on, group.judicial_review_closed_on),
    phso: episode(group.phso_opened_on, group.phso_closed_on),
    ice: episode(group.ice_opened_on, group.ice_closed_on),
    complaint: (group.complaint ?? 'none') as CaseGroup['complaint'],
    appeal: (group.appeal ?? 'none') as CaseGroup['appeal'],
    itemErrorStatus: group.item_error_status,
    sensitive: group.sensitive,
    missingFromExtract: group.missing,

    history: [],
  }
}

function peopleOf({ group, cases, people }: SourceGroup): Person[] {
  const scins = new Set([group.paying_parent_scin, ...cases.map(row => row.receiving_parent_scin)])
  return [...scins].flatMap(scin => {
    const row = people.get(scin)
    return row ? [personOf(row)] : []
  })
}

const personOf = (row: PersonRow): Person => ({
  scin: row.scin as Scin,
  title: row.title,
  firstName: row.first_name,
  middleName: row.middle_name,
  lastName: row.last_name,
  nino: row.nino,
  addressLine1: row.address_line_1,
  addressLine2: row.address_line_2,
  town: row.town,
  postcode: row.postcode,
  country: row.country,
  nationallySensitive: row.nationally_sensitive === 'Y',
  representative: row.representative_name,
})

const caseOf = (row: CaseRow): Case => ({
  number: row.case_number as CaseNumber,
  receivingParent: row.receiving_parent_scin as Scin,
  status: row.status,
  openedOn: row.opened_on,
  nationallySensitive: row.nationally_sensitive === 'Y',
})

const requestOf = (row: RequestRow, { activities }: SourceGroup): ServiceRequest => ({
  number: row.sr_number as SrNumber,
  case: row.case_number as CaseNumber | null,
  type: row.type,
  kind: row.kind as ServiceRequest['kind'],
  status: row.status as ServiceRequest['status'],
  raisedAgainst: row.raised_against_scin as Scin,
  holder: row.assigned_to as StaffNumber | null,
  createdOn: row.created_on,
  dueOn: row.due_on,
  flipsTo: row.flips_to,
  activities: (activities.get(row.sr_number) ?? []).map(activityOf),
  here: null,
})

const activityOf = (row: ActivityRow): Activity => ({
  sequence: Number(row.sequence),
  name: row.name,
  status: row.status as Activity['status'],
  doneOn: row.done_on,
})

const postOf = (row: PostRow): Post => ({
  number: row.post_number as PostNumber,
  receivedOn: row.received_on,
  subject: row.subject,
  status: row.status as Post['status'],
})

const episode = (openedOn: string | null, closedOn: string | null): Episode => ({ openedOn, closedOn })

/** The lock as the source has it; one without a time counts from when it was first seen (IMP-9). */
export function lockOf(group: GroupRow): Lock | null {
  if (group.lock_on !== 'Y') return null
  return {
    by: group.lock_by as StaffNumber | null,
    since: group.lock_since ?? group.lock_changed_at ?? group.first_seen_at,
    sinceIsFirstSeen: group.lock_since === null,
    category: null,
    reason: group.lock_reason,
    reviewOn: null,
    reviews: [],
  }
}
