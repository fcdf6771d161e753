import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { SegmentName, StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'

const scr = { segment: 'FS_GB_CCLNT_SCR' as SegmentName, team: 'SCR' as TeamId }

/** One record of each kind that access differs on. */
const bare: Readonly<Record<string, CaseGroup>> = {
  'held by N1-1': aCaseGroup({ id: number('1'), lock: aLock() }),
  'held by N2-1': aCaseGroup({
    id: number('2'),
    team: 'N2' as TeamId,
    holder: 'N2-1' as StaffNumber,
    lock: aLock({ by: 'N2-1' as StaffNumber }),
  }),
  'in the segment’s queue': aCaseGroup({ id: number('3'), team: null, holder: null, lock: aLock() }),
  'orphaned by N1-gone': aCaseGroup({ id: number('4'), holder: 'N1-gone' as StaffNumber, lock: aLock() }),
  'with a request of DNA-1': aCaseGroup({
    id: number('5'),
    holder: 'N1-2' as StaffNumber,
    lock: aLock({ by: 'N1-2' as StaffNumber }),
    serviceRequests: [
      aRequest('5-1', {
        kind: 'functionally-unique',
        type: 'Parentage dispute',
        holder: 'DNA-1' as StaffNumber,
      }),
    ],
  }),
  'in the south': aCaseGroup({
    id: number('6'),
    segment: 'FS_GB_MAINT_SO_MSR' as SegmentName,
    team: 'S1' as TeamId,
    holder: 'S1-1' as StaffNumber,
    lock: aLock({ by: 'S1-1' as StaffNumber }),
  }),
  'sensitive, of SCR-1': aCaseGroup({
    id: number('7'),
    ...scr,
    holder: 'SCR-1' as StaffNumber,
    sensitive: true,
  }),
  closed: aCaseGroup({ id: number('8'), status: 'Closed' }),
  // Its incident waits for another leader of the segment (INC-16).
  'referred by N1-lead himself': aCaseGroup({
    id: number('9'),
    holder: 'N1-2' as StaffNumber,
    lock: aLock({ by: 'N1-2' as StaffNumber }),
  }),
}

// Raised by the holder; by the specialist where one works on it; in the queue by somebody who has it no more.
const raisers = ['N1-1', 'N2-1', 'N2-1', 'N1-gone', 'DNA-1', 'S1-1', 'SCR-1', 'N1-1', 'N1-lead']

export const records: Readonly<Record<string, CaseGroup>> = Object.fromEntries(
  Object.entries(bare).map(([name, group], place) => {
    const raisedBy = (raisers[place] ?? '') as StaffNumber
    return [name, { ...group, incidents: [anIncident({ state: 'referred', raisedBy })] }]
  }),
)

export const organisation = (() => {
  const made = anOrganisation()
  const more = [
    aMember('N1-gone', 'N1', { access: 'removed', accessEndedOn: '2026-10-01' }),
    aMember('SCR-new', 'SCR', { roles: ['team-leader'] }),
    aMember('service', null, { roles: ['service-management'] }),
    aMember('closure', 'N1', { roles: ['closure-manager'] }),
  ]
  return { ...made, staff: [...made.staff, ...more] }
})()

export const names = Object.keys(records)
