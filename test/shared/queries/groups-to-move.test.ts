import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { groupsToMove } from '../../../shared/queries/groups-to-move.ts'
import { rowKeyOf } from '../../../shared/queries/row-key.ts'
import { aCaseGroup, aRequest, number } from '../../make/a-case-group.ts'
import { aLostRequest, anOrphan, organisationLeft } from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'

const index = indexOrganisation(organisationLeft())
const lost = aRequest('1-1', { holder: staff('N1-gone') })

function moved(...of: readonly (readonly [CaseGroup, string | null])[]) {
  const held = new Map(of.map(([group]) => [group.id, group]))
  const rows = of.map(([group, request]) =>
    rowKeyOf(group, group.serviceRequests.find(each => each.number === request) ?? null),
  )
  const { groups, leftOut } = groupsToMove(rows, id => held.get(id), index)
  return { groups, leftOut: leftOut.map(row => rows.indexOf(row)) }
}

describe('ORPH-5 an orphaned service request is not its case group', () => {
  const group = aCaseGroup({ serviceRequests: [lost, aLostRequest(), aRequest('1-2')] })

  it('so that the group of a present holder stays where it is, whichever kind of request it is', () => {
    expect(moved([group, '1-1'])).toEqual({ groups: [], leftOut: [0] })
    expect(moved([group, '5-1'])).toEqual({ groups: [], leftOut: [0] })
  })

  it('among others, only the groups that are orphans are taken', () => {
    const orphan = anOrphan('10000002')
    expect(moved([orphan, null], [group, '1-1'])).toEqual({ groups: ['10000002'], leftOut: [1] })
  })

  it('but where the group is an orphan itself, or is listed itself, it is meant', () => {
    const orphan = anOrphan('10000002', { serviceRequests: [lost] })
    expect(moved([orphan, '1-1'])).toEqual({ groups: ['10000002'], leftOut: [] })
    expect(moved([group, '1-1'], [group, null])).toEqual({ groups: ['10000001'], leftOut: [0] })
  })

  it('and a request that somebody works on is a row like any other', () => {
    expect(moved([group, '1-2'])).toEqual({ groups: [number('10000001')], leftOut: [] })
  })
})
