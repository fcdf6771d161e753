import { describe, expect, it } from 'vitest'
import { startOf, viewsFor } from '../../../renderer/views/views.ts'
import type { Role } from '../../../shared/domain/organisation.ts'
import { aMember, anOrganisation } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const made = anOrganisation()
const readingsOf = (team: string | null, roles: readonly Role[]) =>
  readingsFor('me', [], { ...made, staff: [...made.staff, aMember('me', team, { roles })] })
const viewsOf = (team: string | null, ...roles: readonly Role[]) =>
  viewsFor(readingsOf(team, roles)).map(({ name }) => name)
const startFor = (team: string | null, ...roles: readonly Role[]) => startOf(readingsOf(team, roles))?.name

describe('ACC-1, ACC-2 the views of a person', () => {
  it('a caseworker has his own groups, requests, incidents, deadlines, returns and locks, advice, and starts with the groups', () => {
    expect(startFor('N1', 'caseworker')).toBe('My case groups')
    expect(viewsOf('N1', 'caseworker')).toEqual([
      'Today',
      'My case groups',
      'My service requests',
      'My incidents',
      'My deadlines',
      'Advice',
      'To return',
      'My locks',
      'Segment map',
      'Needs you',
    ])
  })

  it('a specialist has his requests and what he is asked: he owns no case group', () => {
    expect(startFor('DNA', 'caseworker')).toBe('My service requests')
    expect(viewsOf('DNA', 'caseworker')).toEqual([
      'Today',
      'My service requests',
      'My incidents',
      'My deadlines',
      'Advice',
      'Segment map',
      'Needs you',
    ])
  })

  it('a team leader has all that is his team’s, and starts with Today, then the orphans', () => {
    const all = viewsOf('N1', 'team-leader')
    expect(startFor('N1', 'team-leader')).toBe('Today')
    expect(all.slice(0, 2)).toEqual(['Today', 'Orphans'])
    expect(all).toEqual(expect.arrayContaining(['Locks', 'Queue', 'Returns', 'My team', 'Case groups']))
  })

  it('whoever leads specialists has no list of case groups, which would always be empty', () => {
    for (const role of ['team-leader', 'segment-manager'] as const) {
      const all = viewsOf('DNA', role)
      expect(all).toEqual(expect.arrayContaining(['Orphans', 'Service requests', 'My team']))
      for (const none of ['Locks', 'Queue', 'Returns', 'Case groups']) expect(all).not.toContain(none)
    }
  })

  it('somebody with several roles has the views of each', () => {
    expect(viewsOf('N1', 'team-leader', 'caseworker')).toEqual(viewsOf('N1', 'team-leader'))
    const both = viewsOf('N1', 'local-it', 'caseworker')
    for (const view of [...viewsOf('N1', 'caseworker'), ...viewsOf('N1', 'local-it')])
      expect(both).toContain(view)
  })

  it('nobody is without the one that needs him', () => {
    expect(viewsOf(null, 'service-management')).toEqual([
      'Today',
      'Data exceptions',
      'My incidents',
      'Segment map',
      'Needs you',
    ])
    expect(startFor(null, 'service-management')).toBe('Data exceptions')
    expect(viewsOf(null, 'closure-manager')).toEqual(['Today', 'My incidents', 'Needs you'])
    expect(viewsOf(null, 'local-it')).toEqual(['Today', 'Recovery', 'My incidents', 'Needs you'])
    expect(startFor(null, 'local-it')).toBe('Recovery')
  })
})
