import { describe, expect, it } from 'vitest'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { HistoryEntry, HistoryEvent } from '../../../shared/domain/history.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { bounceOf } from '../../../shared/queries/bounce.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anOrganisation, segment, staff, team } from '../../make/an-organisation.ts'
import { TODAY } from '../../make/readings.ts'

const index = indexOrganisation(anOrganisation())
const home = segment('FS_GB_MAINT_NO_MSR')
const entry = (event: HistoryEvent, at = '2026-11-21T08:00:00Z'): HistoryEntry => ({
  at,
  actor: { kind: 'person', staff: staff('N1-mgr') },
  event,
  reason: null,
  batch: null,
})
const returned: HistoryEvent = { kind: 'returned', from: staff('N1-1'), segment: home, lockCleared: null }
const allocated: HistoryEvent = { kind: 'allocated', from: null, to: staff('N1-2'), team: team('N1') }

describe('what bounced back', () => {
  const back = (days: number, ...later: readonly HistoryEntry[]) =>
    aCaseGroup({ history: [...later, entry(returned, `${addDays(TODAY, -days)}T12:00:00Z`)] })
  const bounced = (group: CaseGroup) => bounceOf(group, index, TODAY) !== undefined

  it.each([
    [0, true],
    [27, true],
    [28, true],
    [29, false],
  ])('a group returned %i days ago that the team has again: %s', (days, expected) => {
    expect(bounced(back(days, entry(allocated)))).toBe(expected)
  })

  const backOn = (came: string, at = '2026-11-01T12:00:00Z') =>
    aCaseGroup({ history: [entry(allocated, came), entry(returned, at)] })

  it('is told for 28 days after it came, not after its return', () => {
    const group = backOn('2026-11-25T10:00:00Z')
    expect(bounceOf(group, index, '2026-11-30')).toBeDefined()
    expect(bounceOf(group, index, '2026-12-23')).toBeDefined()
    expect(bounceOf(group, index, '2026-12-24')).toBeUndefined()
  })

  it('is one that came within 28 days of its return, however soon after that one looks', () => {
    expect(bounceOf(backOn('2026-11-29T10:00:00Z'), index, '2026-11-29')).toBeDefined()
    expect(bounceOf(backOn('2026-11-30T10:00:00Z'), index, '2026-11-30')).toBeUndefined()
  })

  it('counts London days: a return late in the evening of summer time is of the next day', () => {
    const late = '2026-09-30T23:30:00Z'
    expect(bounceOf(backOn('2026-10-29T10:00:00Z', late), index, '2026-10-29')).toBeDefined()
    expect(bounceOf(backOn('2026-10-30T10:00:00Z', late), index, '2026-10-30')).toBeUndefined()
  })

  it('TEAM-1: counts from when it landed where the segment has one team, else from when the team was given it', () => {
    const away = { ...returned, segment: segment('FS_GB_ENFMT_NO_ELC') } as HistoryEvent
    const moved = { kind: 'moved', from: segment('FS_GB_ENFMT_NO_ELC'), to: home, rank: 11 } as const
    const group = aCaseGroup({
      history: [
        entry(allocated, '2026-12-05T10:00:00Z'),
        entry(moved, '2026-11-20T10:00:00Z'),
        entry(away, '2026-11-01T12:00:00Z'),
      ],
    })
    const { teams } = anOrganisation()
    const alone = indexOrganisation(
      anOrganisation({ teams: teams.filter(each => each.segment !== home || each.id === 'N1') }),
    )
    expect(bounceOf(group, alone, '2026-12-06')).toBeDefined()
    expect(bounceOf(group, index, '2026-12-06')).toBeUndefined()
  })

  it('is not a group that only waits in the queue, or that another team has', () => {
    expect(bounced({ ...back(2), team: null, holder: null })).toBe(false)
    const elsewhere = entry({ ...allocated, team: team('N2') } as HistoryEvent)
    expect(bounced({ ...back(2, elsewhere), team: team('N2') })).toBe(false)
  })

  it('is one that left the segment and is in it again, however it came', () => {
    const away = entry({ ...returned, segment: segment('FS_GB_ENFMT_NO_ELC') } as HistoryEvent)
    expect(bounced(aCaseGroup({ history: [away] }))).toBe(true)
  })

  it('is of the team that had it, wherever its holder has gone since', () => {
    const ofTeam = (had: string) => ({ ...returned, team: team(had) }) as HistoryEvent
    const returnedBy = (event: HistoryEvent) =>
      aCaseGroup({ history: [entry(allocated), entry(event, '2026-11-20T12:00:00Z')] })
    const usual = anOrganisation()
    const mover = usual.staff.map(each => (each.number === 'N1-1' ? { ...each, team: team('E1') } : each))
    const leaver = usual.staff.filter(each => each.number !== 'N1-1')
    for (const staff of [mover, leaver]) {
      const later = indexOrganisation({ ...usual, staff })
      expect(bounceOf(returnedBy(ofTeam('N1')), later, TODAY)).toBeDefined()
      // What was kept before the team was: nothing else is known.
      expect(bounceOf(returnedBy(returned), later, TODAY)).toBeUndefined()
    }
    expect(bounced(returnedBy(ofTeam('N2')))).toBe(false)
  })

  it('is not one that was returned again after it came back', () => {
    const again = entry(returned, '2026-11-21T09:00:00Z')
    expect(bounced({ ...back(5, again, entry(allocated)), team: null, holder: null })).toBe(false)
  })
})
