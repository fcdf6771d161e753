import { describe, expect, it } from 'vitest'
import { auditEntriesOf, roleIn } from '../../../hub/push/audit-entries.ts'
import type { Session } from '../../../hub/session/session.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { NOW } from '../../make/a-command.ts'
import { anOwnIncident, aStep } from '../../make/an-incident.ts'
import { aMember, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'

const both = { roles: ['caseworker', 'team-leader'] } as const
const made = anOrganisation()
const index = indexOrganisation({
  ...made,
  staff: [...made.staff, aMember('N2-both', 'N2', both), aMember('N1-both', 'N1', both)],
})
const NORTH = segment('FS_GB_MAINT_NO_MSR')
const DAY = '2026-11-21'

describe('ACC-5 the role of somebody who has several', () => {
  it('is what lets him act: a leader, of what waits in his segment’s queue (TEAM-1)', () => {
    expect(roleIn({ team: null, segment: NORTH }, staff('N2-both'), index, DAY)).toBe('team-leader')
    expect(roleIn({ team: null, segment: NORTH }, staff('N1-mgr'), index, DAY)).toBe('segment-manager')
    expect(roleIn({ team: null, segment: NORTH }, staff('N1-1'), index, DAY)).toBe('caseworker')
  })

  it('and a leader where he decides in place of one who may not (INC-16)', () => {
    expect(roleIn({ team: team('N1'), segment: NORTH }, staff('N2-both'), index, DAY)).toBe('team-leader')
  })

  it('of an incident that affects no case, too', () => {
    const before = anOwnIncident({ state: 'referred' })
    const [entry] = auditEntriesOf(
      aStep('authorise-incident', before.incident, {}, null),
      [before],
      new Map(),
      {
        session: { staffNumber: staff('N1-both'), device: 'a desk' } as Session,
        clientId: 'a client' as ClientId,
        index,
        onBehalfOf: null,
        now: NOW,
      },
    )
    expect(entry?.role).toBe('team-leader')
  })
})
