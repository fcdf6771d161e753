import { expect, it } from 'vitest'
import { incidentFacets } from '../../../../renderer/views/incidents/incident-sections.ts'
import { aCaseGroup, number } from '../../../make/a-case-group.ts'
import { anIncident, incidentNamed } from '../../../make/an-incident.ts'
import { anOrganisation, staff, team } from '../../../make/an-organisation.ts'
import { readingsFor } from '../../../make/readings.ts'

it('INC-11 the filter of retries that are not seen has what Today counts: not those that another leader sees to', () => {
  const retries = { state: 'rejected', retriesBy: staff('S1-1') } as const
  const groups = [
    aCaseGroup({ incidents: [anIncident(retries)] }),
    aCaseGroup({
      id: number('10000002'),
      team: team('N2'),
      holder: staff('N2-1'),
      incidents: [anIncident({ ...retries, id: incidentNamed('2'), raisedBy: staff('N2-1') })],
    }),
  ]
  const { staff: all } = anOrganisation()
  const unled = anOrganisation({ staff: all.filter(each => each.number !== 'N1-lead') })
  const { incidents } = readingsFor('N1-mgr', groups, unled)
  expect(incidents).toHaveLength(2)
  const values = incidents.map(row => incidentFacets.flatMap(({ valuesOf }) => valuesOf(row)))
  expect(values.map(each => each.includes('retries-unseen')).sort()).toEqual([false, true])
})
