import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { withHere } from '../../../shared/domain/request-here.ts'
import { inOwnOrder, ownSectionOf } from '../../../shared/queries/own-groups.ts'
import { aCaseGroup, aLetter, aRequest, number } from '../../make/a-case-group.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const answer = withHere(aSpecialistRequest('DNA-1', { status: 'Closed' }), {
  closedOn: '2026-11-20',
  outcome: 'He is the father.',
})
const group = (place: number, more: Partial<CaseGroup>) =>
  aCaseGroup({ id: number(`1000000${place}`), ...more })
const due = (dueOn: string | null) => ({ serviceRequests: [aRequest('1-1', { dueOn })] })
const worked = (doneOn: string) => ({
  serviceRequests: [
    aRequest('1-1', {
      status: 'Closed',
      activities: [{ sequence: 1, name: 'Issue letter', status: 'Done', doneOn }],
    }),
  ],
})

const listed = (groups: readonly CaseGroup[]) => {
  const { groups: rows, returns } = readingsFor('N1-1', groups)
  return inOwnOrder(rows, returns, TODAY).map(row => [row.group.id.slice(-1), ownSectionOf(row, TODAY)])
}

describe('a caseworker’s own groups', () => {
  it('SR-7 begin with what a specialist answered, until he carries on', () => {
    const answered = group(2, { serviceRequests: [answer] })
    expect(listed([group(1, due('2026-11-01')), answered])).toEqual([
      ['2', 'answered'],
      ['1', 'overdue'],
    ])
    const known = group(2, { serviceRequests: [withHere(answer, { carriedOnOn: TODAY })] })
    expect(listed([known])).toEqual([['2', 'to-return']])
  })

  it('go on with what is due, what is due first first', () => {
    expect(
      listed([
        group(1, due(null)),
        group(2, due('2027-01-04')),
        group(3, due('2026-11-24')),
        group(4, due('2026-11-20')),
        group(5, due('2026-11-01')),
        group(6, { post: [aLetter('letter')] }),
      ]),
    ).toEqual([
      ['5', 'overdue'],
      ['4', 'overdue'],
      ['3', 'this-week'],
      ['2', 'later'],
      ['1', 'later'],
      ['6', 'later'],
    ])
  })

  it('RTS-7 end with those without open work, the longest without first', () => {
    expect(
      listed([group(1, worked('2026-11-01')), group(2, worked('2026-06-01')), group(3, due(null))]),
    ).toEqual([
      ['3', 'later'],
      ['2', 'to-return'],
      ['1', 'to-return'],
    ])
  })

  it('ACC-2 are his, nobody else’s', () => {
    expect(readingsFor('N1-2', [group(1, due(null))]).groups).toEqual([])
  })
})
