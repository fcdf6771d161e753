import { describe, expect, it } from 'vitest'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import { aCaseGroup, aLock, aRequest } from '../../make/a-case-group.ts'
import { NOW } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { withAac } from '../../make/an-incident.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const numbered = (number: string) => ({ number: number as never })

const group = aCaseGroup({
  sensitive: true,
  lock: aLock(),
  serviceRequests: [
    aRequest('own'),
    aSpecialistRequest('DNA-1', numbered('stranger’s')),
    aSpecialistRequest('SCR-1', numbered('nominated')),
    aSpecialistRequest('DNA-1', { ...numbered('closed'), status: 'Closed' }),
  ],
})

const holders = ({ serviceRequests }: typeof group) =>
  Object.fromEntries(serviceRequests.map(({ number, holder }) => [number, holder]))

describe('ALLOC-12 when a case group becomes nationally sensitive', () => {
  it('its open specialist requests leave every specialist who is not nominated', () => {
    expect(holders(overrule(group, index, NOW))).toEqual({
      own: null,
      'stranger’s': null,
      nominated: 'SCR-1',
      closed: 'DNA-1',
    })
  })

  it('they leave him in SCR, too, where it did not have to move', () => {
    const there = { ...group, segment: 'FS_GB_CCLNT_SCR' as never, lock: null }
    expect(holders(overrule(there, index, NOW))['stranger’s']).toBeNull()
  })

  it('nothing else happens to one that is not sensitive, or closed', () => {
    for (const other of [
      { ...group, sensitive: false },
      { ...group, status: 'Closed' as const },
    ])
      expect(overrule(other, index, NOW)).toBe(other)
  })
})

describe('LOCK-4 nationally sensitive overrules the lock', () => {
  it('which ends with the move, and the history says whose it was', () => {
    const moved = overrule(group, index, NOW)
    expect(moved).toMatchObject({ segment: 'FS_GB_CCLNT_SCR', lock: null, holder: null })
    expect(moved.history.map(({ event, actor }) => [event.kind, actor.kind])).toEqual([
      ['moved', 'rule'],
      ['lock-overruled', 'rule'],
    ])
  })

  it('but stays on in SCR while an incident is with AAC (LOCK-6)', () => {
    const moved = overrule({ ...group, incidents: [withAac()] }, index, NOW)
    expect(moved).toMatchObject({ segment: 'FS_GB_CCLNT_SCR', lock: group.lock })
  })
})
