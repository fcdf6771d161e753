import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { outcomeOf, previewGroups } from '../../../shared/queries/preview-groups.ts'
import { aCaseGroup, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { aReturn, decide } from '../../make/a-command.ts'
import { anOrganisation } from '../../make/an-organisation.ts'

const { bom } = indexOrganisation(anOrganisation())

function previewOf(id: string, more: Parameters<typeof aCaseGroup>[0] = {}) {
  const group = aCaseGroup({ ...more, id: number(id) })
  const unlocked = group.lock ? decide(aReturn(group, true), 'N1-lead', group) : null
  return { group, outcome: outcomeOf(group, decide(aReturn(group), 'N1-lead', group), unlocked, bom) }
}

describe('RTS-2 the preview of a return', () => {
  it('puts together what ends alike, what happens before what is left out', () => {
    const found = previewGroups([
      previewOf('locked', { compliant: false, lock: aLock() }),
      previewOf('goes', { compliant: false, serviceRequests: [aRequest('1-1')] }),
      previewOf('goes-too', { compliant: false }),
      previewOf('stays'),
      previewOf('closed', { status: 'Closed' }),
    ])
    expect(found.map(({ outcome, members, openWork }) => [outcome.kind, members, openWork])).toEqual([
      ['happens', ['goes', 'goes-too'], 1],
      ['happens', ['stays'], 0],
      ['locked', ['locked'], 0],
      ['refused', ['closed'], 0],
    ])
  })

  it('says where a locked one would go with its lock cleared (RTS-4)', () => {
    const { outcome } = previewOf('locked', { compliant: false, lock: aLock() })
    expect(outcome).toMatchObject({ kind: 'locked', segment: 'FS_GB_ENFMT_NO_ELC', moves: true })
  })

  it('calls what changed since one looked changed', () => {
    const group = aCaseGroup()
    const asked = aReturn(group)
    const now = aCaseGroup({ holder: null })
    expect(outcomeOf(now, decide(asked, 'N1-lead', now), null, bom)).toMatchObject({ kind: 'changed' })
  })

  it('loses nobody, and counts nobody twice', () => {
    const kinds = fc.array(fc.constantFrom('goes', 'stays', 'locked'), { maxLength: 30 })
    fc.assert(
      fc.property(kinds, all => {
        const previews = all.map((kind, at) =>
          previewOf(`${at}`, { compliant: kind === 'stays', lock: kind === 'locked' ? aLock() : null }),
        )
        const members = previewGroups(previews).flatMap(found => found.members)
        expect([...members].sort()).toEqual(previews.map(({ group }) => group.id).sort())
      }),
    )
  })
})
