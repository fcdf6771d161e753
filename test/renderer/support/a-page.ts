import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber, StaffNumber } from '../../../shared/domain/ids.ts'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { type BucketId, bucketsOf, grantsOf, reference } from '../../../shared/sync/buckets.ts'
import type { PatchOp, PullPart, PullReply } from '../../../shared/sync/pull.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())

export const leader = staff('N1-lead')

export const grantsFor = (person: StaffNumber = leader): readonly BucketId[] =>
  grantsOf(person, index, '2026-11-21')

/** Any 64 bits; the same text, the same bits. */
export function stampOf(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193)
    low = Math.imul(low + text.charCodeAt(at), 0x5bd1e995) ^ (low >>> 13)
  }
  return [high, low].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The group as the hub sends it, with the granted buckets that it is in. */
export function put(group: CaseGroup, buckets: readonly BucketId[] = grantedOf(group)): PatchOp {
  const stamp = stampOf(JSON.stringify(group))
  return { op: 'put', kind: 'case-group', id: group.id, buckets, stamp, document: group }
}

const grantedOf = (group: CaseGroup) => bucketsOf(group, index).filter(bucket => grantsFor().includes(bucket))

export const remove = (id: MasterCaseNumber): PatchOp => ({ op: 'remove', kind: 'case-group', id })

export function putOrganisation(organisation: Organisation = anOrganisation()): PatchOp {
  const stamp = stampOf(JSON.stringify(organisation))
  return {
    op: 'put',
    kind: 'organisation',
    id: 'organisation',
    buckets: [reference],
    stamp,
    document: organisation,
  }
}

export const aPart = (patch: readonly PatchOp[], more: Partial<PullPart> = {}): PullPart => ({
  cookie: 'a cookie',
  reset: false,
  clear: [],
  grants: grantsFor(),
  patch,
  more: false,
  digests: null,
  ...more,
})

export const aReply = (patch: readonly PatchOp[], more: Partial<PullReply> = {}): PullReply => ({
  protocol: 1,
  lastSeq: 0,
  results: [],
  caseload: aPart(patch),
  sensitive: null,
  ...more,
})

/** The first page that a desk gets. */
export const aFirstReply = (...groups: readonly CaseGroup[]): PullReply =>
  aReply([], { caseload: aPart([putOrganisation(), ...groups.map(group => put(group))], { reset: true }) })

export const bytesOf = (reply: PullReply): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(reply))
