import { describe, expect, it } from 'vitest'
import type { Incident } from '../../../shared/domain/incident.ts'
import { relatedIncidents } from '../../../shared/queries/related-incidents.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'

const nothing = { errorMessage: '', procedure: '', procedureStep: '', description: '' }
const row = (last: string, more: Partial<Incident> = {}) => ({
  incident: anIncident({ id: incidentNamed(last), details: {}, ...more }),
})
const found = (rows: ReturnType<typeof row>[], problem: object) =>
  relatedIncidents(rows, { ...nothing, ...problem }).map(({ incident }) => incident.id)

describe('INC-2 incidents like the one that is being written', () => {
  it('have the same error text, whatever its case and spaces', () => {
    const rows = [
      row('1', { details: { errorMessage: 'SBL-DAT-00215: an error' } }),
      row('2', { details: { errorMessage: 'Other' } }),
    ]
    expect(found(rows, { errorMessage: 'sbl-dat-00215:  An error ' })).toEqual([incidentNamed('1')])
  })

  it('or the same procedure step and two shared words; one word, or another step, is not enough', () => {
    const at = (procedureStep: string, description: string) => ({
      details: { procedure: 'Procedures > Assessments', procedureStep },
      description,
    })
    const rows = [
      row('1', at('4', 'The assessment stops after Calculate.')),
      row('2', at('4', 'The assessment is blank.')),
      row('3', at('5', 'The assessment stops after Calculate.')),
    ]
    const problem = {
      procedure: 'procedures > assessments',
      procedureStep: '4',
      description: 'Calculate stops and nothing comes.',
    }
    expect(found(rows, problem)).toEqual([incidentNamed('1')])
  })

  it('are not those that show no message either, or for which nobody found a procedure', () => {
    const none = {
      errorMessage: 'No message shown',
      procedure: 'No procedure found',
      procedureStep: 'No procedure found',
    }
    const rows = [row('1', { details: none })]
    expect(found(rows, { ...none, description: anIncident().description })).toEqual([])
  })

  it('are none while nothing is written', () => {
    expect(found([row('1'), row('2')], {})).toEqual([])
  })

  it('are the newest five', () => {
    const rows = ['1', '2', '3', '4', '5', '6'].map(last =>
      row(last, { raisedAt: `2026-11-1${last}T10:00:00.000Z`, details: { errorMessage: 'E' } }),
    )
    expect(found(rows, { errorMessage: 'E' })).toEqual(['6', '5', '4', '3', '2'].map(incidentNamed))
  })
})
