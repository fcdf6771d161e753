import { describe, expect, it } from 'vitest'
import { auditEntriesOf, roleIn } from '../../../hub/push/audit-entries.ts'
import type { Session } from '../../../hub/session/session.ts'
import type { Put } from '../../../shared/commands/command.ts'
import type { Envelope } from '../../../shared/commands/envelope.ts'
import type { ClientId } from '../../../shared/domain/ids.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEnvelope, NOW } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anOwnIncident, aStep } from '../../make/an-incident.ts'
import { aMember, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'

const both = { roles: ['caseworker', 'team-leader'] } as const
const made = anOrganisation()
const index = indexOrganisation({
  ...made,
  staff: [...made.staff, ...['N1', 'N2', 'DNA'].map(id => aMember(`${id}-both`, id, both))],
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

  const roleRecorded = (envelope: Envelope, put: Put, actor: string) => {
    const [entry] = auditEntriesOf(envelope, [put], new Map(), {
      session: { staffNumber: staff(actor), device: 'a desk' } as Session,
      clientId: 'a client' as ClientId,
      index,
      onBehalfOf: null,
      now: NOW,
    })
    return entry?.role
  }

  it('of an incident that affects no case, too', () => {
    const before = anOwnIncident({ state: 'referred' })
    expect(roleRecorded(aStep('authorise-incident', before.incident, {}, null), before, 'N1-both')).toBe(
      'team-leader',
    )
  })

  it('of a service request by where that is, not by where its group is (SR-5)', () => {
    const group = aCaseGroup({ serviceRequests: [aSpecialistRequest('DNA-1')] })
    const args = { masterCaseNumber: group.id, request: '1', holder: 'DNA-2' }
    const assigning = anEnvelope('assign-service-request', args, { holder: 'DNA-1' })
    expect(roleRecorded(assigning, group, 'DNA-both')).toBe('team-leader')
    expect(roleRecorded(assigning, group, 'DNA-mgr')).toBe('segment-manager')
    const carrying = anEnvelope('carry-on', { masterCaseNumber: group.id, request: '1' }, {})
    expect(roleRecorded(carrying, group, 'N1-both')).toBe('team-leader')
    expect(roleRecorded(carrying, group, 'N1-1')).toBe('caseworker')
  })
})
