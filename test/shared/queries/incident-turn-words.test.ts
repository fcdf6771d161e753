import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { indexOrganisation, type OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { turnWords, turnWordsTo } from '../../../shared/queries/incident-turn-words.ts'
import { rowOfIncident } from '../../../shared/queries/incidents.ts'
import { viewpointOf } from '../../../shared/queries/viewpoint.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aDeputyship, anAbsence, aRota, indexOf } from '../../make/a-rota.ts'
import { anIncident } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'

const TODAY = '2026-11-21'

function rowFor(who: string, incident: Incident, index: OrganisationIndex) {
  const view = viewpointOf(staff(who), index, TODAY)
  if (!view) throw new Error('Not on the staff.')
  return rowOfIncident(incident, aCaseGroup({ incidents: [incident] }), [], view, index, TODAY)
}

describe('INC-3, TEAM-3 whose turn it is, said to whoever reads it', () => {
  it('whoever is away may still decide, and is named with his deputy', async () => {
    const index = indexOf([
      aRota('N1', {
        absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')],
        deputyships: [aDeputyship('N1-lead', 'N2-lead', '2026-11-20', '2026-11-30')],
      }),
    ])
    const incident = anIncident()
    const group = aCaseGroup({ incidents: [incident] })
    const waitsFor = (who: string) => {
      const view = viewpointOf(staff(who), index, TODAY)
      if (!view) throw new Error('Not on the staff.')
      return turnWordsTo(staff(who), rowOfIncident(incident, group, [], view, index, TODAY), index, TODAY)
    }
    expect(['N1-lead', 'N2-lead', 'N1-mgr', 'N1-1'].map(waitsFor)).toEqual([
      'Person N2-lead or you',
      'you',
      'Person N2-lead',
      'Person N2-lead',
    ])
  })

  it('without a deputy it is the manager’s, and he reads that it is his', () => {
    const index = indexOf([aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] })])
    const incident = anIncident()
    const view = viewpointOf(staff('N1-mgr'), index, TODAY)
    if (!view) throw new Error('Not on the staff.')
    const row = rowOfIncident(incident, aCaseGroup({ incidents: [incident] }), [], view, index, TODAY)
    expect(turnWordsTo(staff('N1-mgr'), row, index, TODAY)).toBe('you')
    expect(turnWordsTo(staff('N1-1'), { ...row, yours: false }, index, TODAY)).toBe('the segment manager')
  })

  it('a column says no article, a sentence does', () => {
    const index = indexOf([aRota('N1', { absences: [anAbsence('N1-lead', '2026-11-20', '2026-11-30')] })])
    const row = rowFor('N1-1', anIncident(), index)
    expect(turnWords(row, index, TODAY)).toBe('segment manager')
    expect(turnWordsTo(staff('N1-1'), row, index, TODAY)).toBe('the segment manager')
  })

  it.each([
    ['a raiser and a leader of one name are two', 'N1-1', 'Chris Hill or Chris Hill'],
    ['a leader who raised it is one', 'N1-lead', 'Chris Hill'],
  ])('either’s: %s', (_, raisedBy, words) => {
    const made = anOrganisation()
    const named = made.staff.map(each =>
      ['N1-1', 'N1-lead'].includes(each.number) ? { ...each, name: 'Chris Hill' } : each,
    )
    const index = indexOrganisation({ ...made, staff: named })
    const row = {
      ...rowFor('N1-2', anIncident({ raisedBy: staff(raisedBy) }), index),
      turn: 'either' as const,
    }
    expect(turnWords(row, index, TODAY)).toBe(words)
  })
})
