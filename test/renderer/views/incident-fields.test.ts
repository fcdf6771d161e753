import { describe, expect, it } from 'vitest'
import { aacForms } from '../../../renderer/views/incidents/aac-forms.ts'
import { consultingForms } from '../../../renderer/views/incidents/consulting-forms.ts'
import { raiseFields } from '../../../renderer/views/incidents/raise-incident-fields.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import type { OwnIncident } from '../../../shared/domain/own-incident.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'
import { anIncident, anOwnIncident } from '../../make/an-incident.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'

const index = indexOrganisation(anOrganisation())
const today = '2026-11-21'
const fieldOf = (name: string, group: CaseGroup, values: Readonly<Record<string, string>>, from = '') =>
  raiseFields(values, { group, raiser: staff('N1-1'), from, index, today }, null).find(
    field => field.name === name,
  )

describe('ADV-3 an incident raised from advice that could not be given', () => {
  it('offers the request that it is raised from, though that is closed, whatever is chosen meanwhile', () => {
    const advice = anAdviceRequest('DNA-1', { number: '7-7' as never, status: 'Closed' })
    const closed = aRequest('8-8', { status: 'Closed' })
    const group = aCaseGroup({ serviceRequests: [advice, closed, aRequest('9-9')] })
    const offered = (from: string) =>
      fieldOf('serviceRequest', group, {}, from)?.options?.map(({ value }) => value)
    expect(offered('7-7')).toEqual(['', '7-7', '9-9'])
    expect(offered('')).toEqual(['', '9-9'])
  })
})

describe('INC-2 raised before', () => {
  it('says what to do where the other one is on a colleague’s group, and so in no list of his (ACC-4)', () => {
    const wrong = fieldOf('raisedBefore', aCaseGroup(), { raisedBefore: 'yes' })?.wrong
    expect(wrong).toContain('join that one instead')
    expect(wrong).toContain('If it is not listed above, choose “Not known”')
  })
})

describe('INC-3, ADV-4 the day to check back', () => {
  const withHolidays = indexWith(index, [publicCalendar])
  const proposed = (day: string, group: CaseGroup | null, own: OwnIncident | null = null) =>
    consultingForms['resolve-incident'].initial({
      incident: anIncident(),
      group,
      own,
      asked: null,
      index: withHolidays,
      today: day,
      allows: () => true,
    })

  it('is two working days of the team’s division away, with a case and without', () => {
    expect(proposed('2026-11-20', aCaseGroup())).toEqual({ checkBackOn: '2026-11-24' })
    expect(proposed('2026-12-24', aCaseGroup())).toEqual({ checkBackOn: '2026-12-30' })
    expect(proposed('2026-11-20', null, anOwnIncident())).toEqual({ checkBackOn: '2026-11-24' })
  })
})

describe('INC-6, INC-12 an incident that affects no case', () => {
  const about = (group: CaseGroup | null) =>
    ({ group, own: undefined, incident: anIncident(), index, today, allows: () => true }) as never
  const names = (step: 'raise-with-aac' | 'close-incident', group: CaseGroup | null) =>
    aacForms[step].fields({}, about(group)).map(({ name }) => name)

  it('is asked nothing about a lock, which it cannot have', () => {
    expect(names('raise-with-aac', null)).not.toContain('reviewOn')
    expect(names('close-incident', null)).toEqual(['wordsForNote'])
    expect(names('close-incident', aCaseGroup())).toEqual(['wordsForNote', 'directed'])
    for (const step of ['raise-with-aac', 'close-incident'] as const)
      expect(aacForms[step].note).not.toMatch(/lock/i)
  })
})
