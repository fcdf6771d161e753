import { describe, expect, it } from 'vitest'
import { awayWords, clockOwnerOf, leadingOf } from '../../../shared/queries/presence.ts'
import { aDeputyship, anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { anOrganisation, staff, team } from '../../make/an-organisation.ts'

const DAY = '2026-11-24'
const ill = anAbsence('N1-1', '2026-11-23', '2026-11-27')
const leaderAway = anAbsence('N1-lead', '2026-11-23', '2026-11-27')
const deputyship = aDeputyship('N1-lead', 'N2-lead', '2026-11-23', '2026-11-27')

describe('TEAM-2 whose clocks the work of somebody who is away is', () => {
  const owner = (more: Parameters<typeof aRota>[1]) =>
    clockOwnerOf(staff('N1-1'), indexOf([aRota('N1', more)]), DAY)

  it('is nobody’s but his own while he is there', () => {
    expect(owner({})).toBeNull()
    expect(owner({ absences: [anAbsence('N1-1', '2026-11-25', '2026-11-27')] })).toBeNull()
  })

  it('is his leader’s, a deputy’s, else the segment manager’s', () => {
    expect(owner({ absences: [ill] })).toBe('Person N1-lead')
    expect(owner({ absences: [ill, leaderAway], deputyships: [deputyship] })).toBe('Person N2-lead')
    expect(owner({ absences: [ill, leaderAway] })).toBe('the segment manager')
  })
})

describe('TEAM-3 how a team is led', () => {
  it('says who leads, who stands in, and that nobody does', () => {
    const led = (more: Parameters<typeof aRota>[1]) =>
      leadingOf(team('N1'), indexOf([aRota('N1', more)]), DAY)
    expect(led({})).toMatchObject({ leader: 'N1-lead', away: null, deputy: null, isUnled: false })
    expect(led({ absences: [leaderAway] })).toMatchObject({
      leader: 'N1-lead',
      away: leaderAway,
      isUnled: true,
    })
    expect(led({ absences: [leaderAway], deputyships: [deputyship] })).toMatchObject({
      deputy: deputyship,
      isUnled: false,
    })
    const made = anOrganisation()
    const without = { ...made, staff: made.staff.filter(({ number }) => number !== 'N1-lead') }
    expect(leadingOf(team('N1'), indexOf([], without), DAY)).toMatchObject({ leader: null, isUnled: true })
  })
})

it('TEAM-2 says until when somebody is away, or from when', () => {
  expect(awayWords(ill, DAY)).toBe('away until 27 Nov 2026')
  expect(awayWords(ill, '2026-11-21')).toBe('away from 23 Nov 2026')
})
