import { describe, expect, it } from 'vitest'
import type { CaseGroup, ServiceRequest } from '../../../shared/domain/case-group.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import {
  completionWords,
  movesOnCompletion,
  routeWords,
  whyRequestHere,
} from '../../../shared/queries/request-explanation.ts'
import { isAstray, requestRowsOf } from '../../../shared/queries/requests.ts'
import { viewpointOf } from '../../../shared/queries/viewpoint.ts'
import { aCaseGroup, aLetter, aLock, aPerson, aRequest, number } from '../../make/a-case-group.ts'
import { anEnvelope, decide } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { aMember, anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const index = indexOrganisation(anOrganisation())

const rowsFor = (actor: string, ...groups: readonly CaseGroup[]) =>
  readingsFor(actor, groups).requests.map(
    ({ section, request, post }) => `${section} ${request?.number ?? post?.number}`,
  )

const ours = aCaseGroup({
  serviceRequests: [
    aRequest('later', { dueOn: '2027-01-04' }),
    aRequest('overdue', { dueOn: '2026-11-20' }),
    aRequest('soon', { dueOn: TODAY }),
    aRequest('undated', { dueOn: null }),
    aRequest('closed', { status: 'Closed' }),
    aRequest('loose', { holder: null }),
    aSpecialistRequest('DNA-1', { dueOn: '2026-11-25' }),
  ],
  post: [aLetter('letter'), aLetter('done', { status: 'Done' })],
})
const theirs = aCaseGroup({
  id: number('10000002'),
  segment: segment('FS_GB_MAINT_SO_MSR'),
  team: team('S1'),
  holder: staff('S1-1'),
  serviceRequests: [aRequest('abroad', { holder: staff('N1-2'), dueOn: '2026-12-24' })],
})

describe('SR-5 the requests of one’s own team', () => {
  it('are those of its members, whoever’s group they are on, what is overdue first', () => {
    expect(rowsFor('N1-lead', ours, theirs)).toEqual([
      'overdue overdue',
      'this-week soon',
      'later abroad',
      'later later',
      'undated undated',
    ])
  })

  it('not those of the group’s other holders: the leader of the group’s team reads them with the group', () => {
    expect(rowsFor('S1-lead', theirs)).toEqual([])
  })

  it('a segment manager has his whole segment’s', () => {
    expect(rowsFor('N1-mgr', theirs)).toEqual(['later abroad'])
    expect(rowsFor('DNA-mgr', ours)).toEqual(['this-week 1'])
  })

  it('ALLOC-9: what waits for a specialist is in the list of all leaders of the segment it routes to', () => {
    const waiting = aCaseGroup({ serviceRequests: [aSpecialistRequest(null)] })
    expect(rowsFor('DNA-lead', waiting)).toEqual(['later 1'])
    expect(rowsFor('N1-lead', waiting)).toEqual([])
  })

  it('ORPH-1: orphaned ones are in the list of orphans instead', () => {
    const gone = aMember('N1-1', 'N1', { access: 'removed', accessEndedOn: '2026-10-05' })
    const organisation = anOrganisation({
      staff: [...anOrganisation().staff.filter(member => member.number !== 'N1-1'), gone],
    })
    expect(readingsFor('N1-lead', [{ ...ours, post: [] }], organisation).requests).toEqual([])
  })
})

describe('SR-1 a caseworker’s own', () => {
  it('are what he holds, and the post of his groups', () => {
    expect(rowsFor('N1-1', ours)).toEqual([
      'overdue overdue',
      'this-week soon',
      'later later',
      'undated undated',
      'post letter',
    ])
    expect(rowsFor('N1-2', theirs)).toEqual(['later abroad'])
    expect(rowsFor('DNA-1', ours)).toEqual(['this-week 1'])
  })

  it('LOCK-11, TEAM-2: post that its holder does not deal with is in the list of whoever may', () => {
    const post = [aLetter('letter')]
    const shown = (group: CaseGroup, organisation = anOrganisation()) =>
      ['N1-1', 'N1-lead', 'N2-lead', 'N1-mgr'].filter(actor => {
        const listed = readingsFor(actor, [group], organisation).requests.some(row => row.post !== null)
        const done = anEnvelope('complete-post', { masterCaseNumber: group.id, post: 'letter' }, {})
        if (listed) expect(decide(done, actor, group, organisation).ok).toBe(true)
        return listed
      })
    const usual = anOrganisation()
    const gone = {
      ...usual,
      staff: usual.staff.map(one => (one.number === 'N1-1' ? { ...one, access: 'removed' as const } : one)),
    }
    expect(shown(aCaseGroup({ post }))).toEqual(['N1-1'])
    expect(shown(aCaseGroup({ post }), gone)).toEqual(['N1-lead', 'N1-mgr'])
    expect(shown(aCaseGroup({ post, holder: null }))).toEqual(['N1-lead', 'N1-mgr'])
    // In the segment's queue it is no leader's yet.
    expect(shown(aCaseGroup({ post, holder: null, team: null }))).toEqual(['N1-mgr'])
    const away = indexOf([aRota('N1', { absences: [anAbsence('N1-1', TODAY, TODAY)] })])
    const view = viewpointOf(staff('N1-lead'), away, TODAY)
    const rows = view && requestRowsOf(aCaseGroup({ post }), view, away, TODAY)
    expect(rows?.map(row => row.post?.number)).toEqual(['letter'])
  })

  it('what somebody else has than the group’s holder is astray', () => {
    const [abroad] = theirs.serviceRequests
    expect(abroad && isAstray(abroad, theirs)).toBe(true)
    expect(isAstray(aRequest('1'), ours)).toBe(false)
    expect(isAstray(aSpecialistRequest('DNA-1'), ours)).toBe(false)
  })
})

describe('SR-7 a specialist’s answer', () => {
  const here = {
    ...{
      raisedBy: null,
      background: null,
      advice: null,
      assignedOn: null,
      startedOn: null,
      changed: null,
      closing: null,
    },
    heldBefore: [],
    ...{ closedOn: TODAY, outcome: 'He is the father.', carriedOnOn: null },
  }
  const answered = aSpecialistRequest('DNA-1', { status: 'Closed', here })

  it('heads the case owner’s list until he carries on', () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('2', { dueOn: '2026-11-01' }), answered] })
    expect(rowsFor('N1-1', group)).toEqual(['news 1', 'overdue 2'])
    const carried = { ...answered, here: { ...here, carriedOnOn: TODAY } }
    expect(rowsFor('N1-1', aCaseGroup({ serviceRequests: [carried] }))).toEqual([])
  })

  it('TEAM-2, LOCK-11: that its owner does not carry on is in the list of whoever may', () => {
    const shown = (group: CaseGroup, at = index) =>
      ['N1-1', 'N1-lead', 'N2-lead', 'N1-mgr', 'DNA-lead'].filter(actor => {
        const view = viewpointOf(staff(actor), at, TODAY)
        const rows = view ? requestRowsOf(group, view, at, TODAY) : []
        const listed = rows.some(({ section }) => section === 'news')
        const on = anEnvelope('carry-on', { masterCaseNumber: group.id, request: answered.number }, {})
        if (listed) expect(decide(on, actor, group, at.organisation).ok).toBe(true)
        return listed
      })
    const usual = anOrganisation()
    const gone = usual.staff.map(one =>
      one.number === 'N1-1' ? { ...one, access: 'removed' as const } : one,
    )
    const away = (to: string) => indexOf([aRota('N1', { absences: [anAbsence('N1-1', '2026-11-16', to)] })])
    const serviceRequests = [answered]
    expect(shown(aCaseGroup({ serviceRequests }))).toEqual(['N1-1'])
    expect(shown(aCaseGroup({ serviceRequests }), away(TODAY))).toEqual(['N1-1', 'N1-lead', 'N1-mgr'])
    expect(shown(aCaseGroup({ serviceRequests }), away('2026-11-20'))).toEqual(['N1-1'])
    expect(shown(aCaseGroup({ serviceRequests }), indexOrganisation({ ...usual, staff: gone }))).toEqual([
      'N1-lead',
      'N1-mgr',
    ])
    expect(shown(aCaseGroup({ serviceRequests, holder: null }))).toEqual(['N1-lead', 'N1-mgr'])
    expect(shown(aCaseGroup({ serviceRequests, holder: null, team: null }))).toEqual(['N1-mgr'])
    const carried = [{ ...answered, here: { ...here, carriedOnOn: TODAY } }]
    expect(shown(aCaseGroup({ serviceRequests: carried }), away(TODAY))).toEqual([])
  })

  it('of a request that was closed before the first extract is no news', () => {
    const old = aSpecialistRequest('DNA-1', { status: 'Closed' })
    expect(rowsFor('N1-1', aCaseGroup({ serviceRequests: [old] }))).toEqual([])
  })
})

describe('ALLOC-9 where a request goes is explained by both postcodes', () => {
  const crossing = aCaseGroup({
    people: [
      aPerson('pp', { postcode: 'BT1 1AA' }),
      aPerson('rp', { firstName: 'Priya', lastName: 'Kaur', postcode: 'BS1 1AA' }),
    ],
  })
  const routed = { kind: 'functionally-unique', type: 'Parentage dispute' } as const

  it('that of the person decides the request, the paying parent’s the group', () => {
    expect(routeWords({ ...routed, raisedAgainst: 'rp' as never }, crossing, index, TODAY)).toEqual([
      'It goes to CCLNT_DNA GB, because Priya Kaur, whom it is raised against, lives at BS1 1AA in South.',
      'The case group does not move: where it belongs goes by the postcode of the paying parent alone (BT1 1AA, Northern Ireland).',
    ])
  })

  it('and what is not known is said', () => {
    const lost = aCaseGroup({ people: [aPerson('pp', { postcode: null }), aPerson('rp')] })
    expect(routeWords({ ...routed, raisedAgainst: 'pp' as never }, lost, index, TODAY)[0]).toBe(
      'Nobody can be found to do it: Aoife McLaughlin’s postcode is not known.',
    )
  })

  it('ALLOC-12: SCR does all work of a sensitive group', () => {
    const sensitive = aCaseGroup({ sensitive: true })
    expect(routeWords({ ...routed, raisedAgainst: 'rp' as never }, sensitive, index, TODAY)[0]).toContain(
      'Special Client Records does all of its work',
    )
  })

  it('TEAM-2: a case-owning one goes to its holder, and while he is away his team leader sees to it', () => {
    const owned = { kind: 'case-owning', type: 'Change of address', raisedAgainst: 'pp' as never } as const
    expect(routeWords(owned, aCaseGroup(), index, TODAY)).toEqual([
      'It goes to Person N1-1, with the case group.',
    ])
    const away = indexOf([aRota('N1', { absences: [anAbsence('N1-1', TODAY, '2026-12-04')] })])
    expect(routeWords(owned, aCaseGroup(), away, TODAY)[1]).toBe(
      'Person N1-1 is away until 4 December 2026: the team leader sees to it, or gives the case group to somebody else.',
    )
  })

  it('a case-owning one is where its group is, or astray', () => {
    expect(whyRequestHere(aRequest('1'), aCaseGroup(), index)).toEqual([
      'Case-owning work: Person N1-1 holds the case group, and so all of its work.',
    ])
    expect(whyRequestHere(aRequest('1', { holder: staff('N1-2') }), aCaseGroup(), index)[0]).toContain(
      'case-owning work follows the holder',
    )
  })
})

describe('ALLOC-9 and ORPH-1 why a specialist’s request is where it is', () => {
  const why = (request: ServiceRequest, more: Partial<CaseGroup> = {}, at = index) =>
    whyRequestHere(request, aCaseGroup({ ...more, serviceRequests: [request] }), at)[0]
  const left = (more: Partial<StaffMember>) => {
    const crew = anOrganisation().staff.map(one => (one.number === 'DNA-1' ? { ...one, ...more } : one))
    return indexOrganisation(anOrganisation({ staff: crew }))
  }

  it('with a specialist, or waiting for one', () => {
    expect(why(aSpecialistRequest('DNA-1'))).toBe('Specialist work: held by Person DNA-1, Team DNA.')
    expect(why(aSpecialistRequest(null))).toContain('it waits for a specialist in ')
  })

  it('with its case group, where nobody can be found to do it', () => {
    const people = [aPerson('pp', { postcode: null }), aPerson('rp')]
    expect(why(aSpecialistRequest(null), { people })).toBe(
      'Specialist work: nobody has it. It stays with Team N1, where its case group is: whoever leads there gives it to a specialist.',
    )
  })

  it('orphaned: who had it, why, and until when', () => {
    const removed = left({ access: 'removed' })
    expect(why(aSpecialistRequest('DNA-1'), {}, removed)).toBe(
      'Specialist work: Person DNA-1 has it, whose access was removed. It is orphaned until Team DNA gives it to another specialist.',
    )
    const moved = left({ team: team('N2'), movedOn: '2026-11-10', previousTeam: team('DNA') })
    expect(why(aSpecialistRequest('DNA-1'), {}, moved)).toContain(
      'who has moved to another team. It is orphaned',
    )
    const own = aRequest('1', { holder: staff('DNA-1') })
    expect(why(own, { holder: staff('DNA-1') }, removed)).toContain(
      'It is orphaned until its case group is allocated.',
    )
  })
})

describe('ALLOC-6 what a completion changes is said beforehand', () => {
  const flipping = aRequest('9', { type: 'Compliance check', flipsTo: 'compliant=N' })
  const group = aCaseGroup({ serviceRequests: [flipping, aRequest('8')], post: [aLetter('l1')] })

  it('on the request, with the other work that is open', () => {
    expect(completionWords(flipping, group, index)).toEqual({
      sentence:
        'Moves to ENFMT_NO_ELC GB when this completes: the paying parent becomes non-compliant. It goes unassigned, with its other case-owning work and post.',
      moves: true,
      otherWork: ['Change of address, Person N1-1', 'Post: Employer reply'],
    })
  })

  it('on the group, unless its lock keeps it', () => {
    expect(movesOnCompletion(group, index)).toEqual([
      'Moves to ENFMT_NO_ELC GB when Compliance check 9 completes.',
    ])
    const locked = { ...group, lock: aLock() }
    expect(movesOnCompletion(locked, index)).toEqual([])
    expect(completionWords(flipping, locked, index).sentence).toContain('The lock keeps the case group')
  })

  it('ORPH-7: on an orphaned group that it moves on recovery', () => {
    const usual = anOrganisation()
    const staffLeft = usual.staff.map(each =>
      each.number === 'N1-1' ? { ...each, access: 'removed' as const } : each,
    )
    const left = indexOrganisation({ ...usual, staff: staffLeft })
    expect(movesOnCompletion(group, left)).toEqual([])
    expect(completionWords(flipping, group, left)).toMatchObject({
      sentence:
        'When this completes, the paying parent becomes non-compliant. The case group is orphaned: it moves to ENFMT_NO_ELC GB on recovery, when it is returned to its segment.',
      moves: false,
    })
  })

  it('and nothing of one that changes nothing', () => {
    expect(completionWords(aRequest('8'), group, index)).toMatchObject({
      sentence: 'Its completion changes nothing on the case group.',
      moves: false,
    })
  })
})
