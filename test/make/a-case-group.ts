import type { CaseGroup, Person, Post, ServiceRequest } from '../../shared/domain/case-group.ts'
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

export const number = (id: string) => id as MasterCaseNumber

export const aPerson = (scin: string, more: Partial<Person> = {}): Person => ({
  scin: scin as Scin,
  title: null,
  firstName: 'Aoife',
  middleName: null,
  lastName: 'McLaughlin',
  nino: null,
  addressLine1: '1 Church Lane',
  addressLine2: null,
  town: null,
  postcode: 'M1 1AA',
  country: 'GB',
  nationallySensitive: false,
  representative: null,
  ...more,
})

export const aRequest = (id: string, more: Partial<ServiceRequest> = {}): ServiceRequest => ({
  number: id as SrNumber,
  case: null,
  type: 'Change of address',
  kind: 'case-owning',
  status: 'Started',
  raisedAgainst: 'pp' as Scin,
  holder: 'N1-1' as StaffNumber,
  createdOn: '2026-10-01',
  dueOn: '2026-12-01',
  flipsTo: null,
  activities: [
    { sequence: 1, name: 'Issue letter', status: 'Done', doneOn: '2026-10-02' },
    { sequence: 2, name: 'Follow up', status: 'Open', doneOn: null },
  ],
  here: null,
  ...more,
})

export const aLetter = (id: string, more: Partial<Post> = {}): Post => ({
  number: id as PostNumber,
  receivedOn: '2026-11-01',
  subject: 'Employer reply',
  status: 'Open',
  ...more,
})

export const aLock = (more: Partial<Lock> = {}): Lock => ({
  by: 'N1-1' as StaffNumber,
  since: '2026-09-03T10:00:00Z',
  sinceIsFirstSeen: false,
  category: null,
  reason: 'Order for sale in progress',
  reviewOn: null,
  reviews: [],
  ...more,
})

const never = { openedOn: null, closedOn: null }

/** A compliant group in Maintenance North, held by N1-1 of team N1, with no open work and no lock. */
export function aCaseGroup(more: Partial<CaseGroup> = {}): CaseGroup {
  return {
    kind: 'case-group',
    id: number('10000001'),
    title: 'McLaughlin, Aoife',
    payingParent: 'pp' as Scin,
    people: [aPerson('pp'), aPerson('rp', { firstName: 'Priya', lastName: 'Kaur', postcode: 'BS1 1AA' })],
    cases: [
      {
        number: '300000001' as CaseNumber,
        receivingParent: 'rp' as Scin,
        status: 'Ongoing',
        openedOn: '2020-01-01',
        nationallySensitive: false,
      },
    ],
    serviceRequests: [],
    post: [],
    incidents: [],
    segment: 'FS_GB_MAINT_NO_MSR' as SegmentName,
    team: 'N1' as TeamId,
    holder: 'N1-1' as StaffNumber,
    assignedOn: '2026-01-05',
    lock: null,
    movedWhileLocked: null,
    differences: [],
    status: 'Active',
    stage: 'maintenance',
    reachedMaintenance: true,
    p2pIssuedOn: '2020-02-01',
    incomeSource: 'employed',
    compliant: true,
    complex: false,
    judicialReview: never,
    phso: never,
    ice: never,
    complaint: 'none',
    appeal: 'none',
    itemErrorStatus: null,
    sensitive: false,
    missingFromExtract: false,
    history: [],
    ...more,
  }
}
