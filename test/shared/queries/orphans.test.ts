import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { destinationOnRecovery } from '../../../shared/queries/orphans.ts'
import { aCaseGroup, aLetter, aLock, aRequest, number } from '../../make/a-case-group.ts'
import { incidentNamed, withAac } from '../../make/an-incident.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

/** The usual organisation, with some of its people changed. */
function organisationWith(changes: Readonly<Record<string, Partial<StaffMember>>>) {
  const usual = anOrganisation()
  return { ...usual, staff: usual.staff.map(member => ({ ...member, ...changes[member.number] })) }
}

const gone = { access: 'removed', accessEndedOn: '2026-10-05' } as const
const moved = { team: team('E1'), movedOn: '2026-11-18', previousTeam: team('N1') }

const seenBy = (
  actor: string,
  groups: readonly CaseGroup[],
  changes: Parameters<typeof organisationWith>[0],
) => readingsFor(actor, groups, organisationWith(changes)).orphans

describe('ORPH-1 what is orphaned', () => {
  it('is a group whose holder’s access was removed, with the days since', () => {
    const [orphan, ...others] = seenBy('N1-lead', [aCaseGroup()], { 'N1-1': gone })
    expect(others).toEqual([])
    expect(orphan?.orphaning.cause).toBe('access-removed')
    expect(orphan?.invisibleDays).toBe(47)
  })

  it('is a group whose holder moved to another team', () => {
    const [orphan] = seenBy('N1-lead', [aCaseGroup()], { 'N1-1': moved })
    expect(orphan?.orphaning.cause).toBe('team-move')
    expect(orphan?.severity).toBe('up-to-7')
  })

  it('is not a group of somebody who is there, nor a closed one', () => {
    expect(seenBy('N1-lead', [aCaseGroup()], {})).toEqual([])
    expect(seenBy('N1-lead', [aCaseGroup({ status: 'Closed' })], { 'N1-1': gone })).toEqual([])
  })

  it('counts no days of a date that is still to come', () => {
    const [orphan] = seenBy('N1-lead', [aCaseGroup()], { 'N1-1': { ...gone, accessEndedOn: '2026-11-23' } })
    expect(orphan?.invisibleDays).toBe(0)
  })

  it('says since when only where it is known', () => {
    const [orphan] = seenBy('N1-lead', [aCaseGroup()], { 'N1-1': { ...gone, accessEndedOn: null } })
    expect(orphan?.invisibleDays).toBeNull()
    expect(orphan?.severity).toBe('not-known')
  })

  it('is a request of somebody who left on a group that he did not hold', () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1-1', { holder: staff('N1-2') })] })
    const found = seenBy('N1-lead', [group], { 'N1-2': gone })
    expect(found.map(({ request }) => request?.number)).toEqual(['1-1'])
  })

  it('counts the requests of an orphaned group with it, not beside it', () => {
    const group = aCaseGroup({ serviceRequests: [aRequest('1-1')], post: [aLetter('P1')] })
    const found = seenBy('N1-lead', [group], { 'N1-1': gone })
    expect(found.map(({ request, openWork }) => [request, openWork])).toEqual([[null, 2]])
  })
})

describe('ORPH-2 who is shown it', () => {
  const specialist = aRequest('1-9', {
    kind: 'functionally-unique',
    type: 'Parentage dispute',
    holder: staff('DNA-1'),
  })
  const group = aCaseGroup({ serviceRequests: [specialist] })
  const leavers = { 'DNA-1': { ...moved, previousTeam: team('DNA') } }

  it('is the leader of the specialist team that was left, and its segment manager', () => {
    expect(seenBy('DNA-lead', [group], leavers).map(({ request }) => request?.number)).toEqual(['1-9'])
    expect(seenBy('DNA-mgr', [group], leavers).map(({ request }) => request?.number)).toEqual(['1-9'])
  })

  it('is not the leader of the group’s team, whose group is not orphaned', () => {
    expect(seenBy('N1-lead', [group], leavers)).toEqual([])
  })

  it('is the leader of the group’s own team only, and the manager of its segment', () => {
    expect(seenBy('N2-lead', [aCaseGroup()], { 'N1-1': gone })).toEqual([])
    expect(seenBy('N1-mgr', [aCaseGroup()], { 'N1-1': gone })).toHaveLength(1)
  })
})

describe('ORPH-3 the incident', () => {
  it('that is open on what is lost stands with it, of a specialist’s request only its own', () => {
    const lost = (request: string) =>
      aRequest(request, { kind: 'functionally-unique', holder: staff('N1-2') })
    const group = aCaseGroup({
      serviceRequests: [lost('1'), lost('2')],
      incidents: [
        withAac({ state: 'closed' }),
        withAac({ id: incidentNamed('2'), serviceRequest: '2' as never }),
      ],
    })
    const found = seenBy('N1-lead', [group], { 'N1-1': gone, 'N1-2': gone })
    expect(found.map(({ request, incident }) => [request?.number ?? null, incident?.id ?? null])).toEqual([
      [null, incidentNamed('2')],
      ['1', null],
      ['2', incidentNamed('2')],
    ])
  })
})

describe('ORPH-7 where an orphan belongs by its facts', () => {
  const index = indexOrganisation(organisationWith({ 'N1-1': gone, 'N1-2': gone }))
  const shown = (group: CaseGroup) =>
    seenBy('N1-lead', [group], { 'N1-1': gone, 'N1-2': gone }).map(orphan =>
      destinationOnRecovery(orphan, index),
    )

  it('is shown with it, under a lock too, until it is recovered', () => {
    expect(shown(aCaseGroup())).toEqual([null])
    expect(shown(aCaseGroup({ compliant: false }))).toEqual(['FS_GB_ENFMT_NO_ELC'])
    expect(shown(aCaseGroup({ compliant: false, lock: aLock() }))).toEqual(['FS_GB_ENFMT_NO_ELC'])
  })

  it('is nothing that a lost request has', () => {
    const request = aRequest('1-1', { holder: staff('N1-2') })
    expect(shown(aCaseGroup({ compliant: false, serviceRequests: [request] }))).toEqual([
      'FS_GB_ENFMT_NO_ELC',
      null,
    ])
  })
})

describe('ORPH-3 for how long it was invisible', () => {
  it.each([
    ['2026-11-21', 'up-to-7'],
    ['2026-11-14', 'up-to-7'],
    ['2026-11-13', 'over-7'],
    ['2026-10-22', 'over-7'],
    ['2026-10-21', 'over-30'],
  ])('left on %s is %s', (accessEndedOn, severity) => {
    const [orphan] = seenBy('N1-lead', [aCaseGroup()], { 'N1-1': { access: 'removed', accessEndedOn } })
    expect(orphan?.severity).toBe(severity)
  })
})

describe('ORPH-3 the order', () => {
  it('is overdue first, then due within seven days, then the longest invisible', () => {
    const due = (id: string, dueOn: string | null, holder: string) =>
      aCaseGroup({
        id: number(id),
        holder: staff(holder),
        serviceRequests: dueOn === null ? [] : [aRequest(`1-${id}`, { dueOn, holder: staff(holder) })],
      })
    const groups = [
      due('later', '2027-01-05', 'N1-1'),
      due('none-recent', null, 'N1-2'),
      due('soon', '2026-11-28', 'N1-2'),
      due('overdue', '2026-11-20', 'N1-2'),
      due('more-overdue', '2026-09-20', 'N1-1'),
    ]
    const found = seenBy('N1-lead', groups, { 'N1-1': gone, 'N1-2': moved })
    expect(found.map(orphan => orphan.group.id)).toEqual([
      'more-overdue',
      'overdue',
      'soon',
      'later',
      'none-recent',
    ])
    expect(found.map(({ severity }) => severity)).toEqual([
      'overdue',
      'overdue',
      'this-week',
      'over-30',
      'up-to-7',
    ])
  })
})
