import { describe, expect, it } from 'vitest'
import { employmentDetails, incidentDetails } from '../../../shared/domain/incident-details.ts'
import { aacNumbersFor } from '../../../shared/queries/aac-numbers.ts'
import {
  callScript,
  callScriptText,
  noteText,
  referralEmail,
} from '../../../shared/queries/incident-texts.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anEntry, anIncident, wholeDetails } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const { index } = readingsFor('N1-lead', [])
const group = aCaseGroup()

describe('INC-4 the note in CMS2012 and the referral', () => {
  const incident = anIncident({ actionsTaken: 'Cleared the pending item.' })

  it('have the seven things: number, client, SCIN, description, date raised, procedure and step, actions taken', () => {
    for (const text of [noteText(incident, group, index), referralEmail(incident, group)]) {
      expect(text).toContain('Case/SR number: the caseNumber / the serviceRequest')
      expect(text).toContain(`Client: ${group.title}`)
      expect(text).toContain(`SCIN: ${wholeDetails.scin}`)
      expect(text).toContain('SBL-DAT-00215 after pressing Calculate')
      expect(text).toContain(`Date raised: ${wholeDetails.dateRaised}`)
      expect(text).toContain('Procedure: the procedure, step the procedureStep')
      expect(text).toContain('Actions taken to resolve it: Cleared the pending item.')
    }
  })

  it('name the person whose SCIN it is, not always the paying parent', () => {
    const [, receiving] = group.people
    const details = { ...wholeDetails, scin: receiving?.scin as string }
    const named = `Client: ${receiving?.firstName} ${receiving?.lastName}\nSCIN: ${receiving?.scin}`
    expect(noteText(anIncident({ details }), group, index)).toContain(named)
    expect(referralEmail(anIncident({ details }), group)).toContain(named)
  })

  it('date it as the call script does, and a step by the day on which it was taken', () => {
    const taken = {
      ...anEntry('refer-incident', '2026-11-21T09:00:00.000Z'),
      issuedAt: '2026-11-20T16:00:00.000Z',
    }
    const details = { ...wholeDetails, dateRaised: '17 November 2026' }
    const text = noteText(anIncident({ details, history: [taken] }), group, index)
    expect(text).toContain('Date raised: 17 November 2026')
    expect(text).toContain('20 November 2026, Person N1-1: Referred')
  })

  it('say of what is not known that it is not', () => {
    expect(noteText(anIncident({ details: {} }), null, index)).toContain('SCIN: not known yet')
  })

  it('INC-5, INC-8, INC-9: the note goes on with what came of it, the number and the approval', () => {
    const actor = { kind: 'person', staff: 'N1-lead' } as never
    const entry = (step: string, facts: object) =>
      ({ command: step, at: '2026-11-20T12:00:00.000Z', actor, step, to: 'with-aac', facts }) as never
    const history = [
      entry('authorise-incident', { readConsultation: 'yes' }),
      entry('raise-with-aac', { number: 'INC77' }),
      entry('arrange-call-back', { callBackAt: '2026-11-23T09:30:00.000Z' }),
    ]
    const text = noteText(anIncident({ history }), group, index)
    expect(text).toContain('20 November 2026, Person N1-lead: Authorised for AAC')
    expect(text).toContain('Called AAC. Incident number: INC77.')
    expect(text).toContain('Call-back arranged. AAC calls back: 23 November 2026 at 09:30.')
  })
})

describe('INC-6 the call script', () => {
  it('asks in AAC’s order, employment information only where that is the problem', () => {
    const asked = (employment: 'none' | 'missing-from-interface') =>
      callScript({ details: wholeDetails, employment }, []).map(({ field }) => field)
    expect(asked('none')).toEqual(incidentDetails)
    expect(asked('missing-from-interface')).toEqual([...incidentDetails, ...employmentDetails])
  })

  it('has nothing for an answer that is missing, or blank', () => {
    const script = callScript({ details: { scin: '1', nino: '  ' }, employment: 'none' }, [])
    const answerOf = (field: string) => script.find(line => line.field === field)?.answer
    expect([answerOf('scin'), answerOf('nino'), answerOf('team')]).toEqual(['1', null, null])
  })
})

describe('INC-6 the call script as a text', () => {
  it('says at the answer what the record has otherwise by now, and at no other', () => {
    const words = 'The record says “Closed” now.'
    const behind = [{ field: 'serviceRequestStatus', severity: 'behind', words }] as const
    const lines = callScriptText(anIncident(), behind).split('\n')
    expect(lines.filter(line => line.includes('The record says'))).toEqual([
      expect.stringMatching(/: the serviceRequestStatus \(The record says “Closed” now\.\)$/),
    ])
  })
})

describe('INC-7 the number to ring', () => {
  it('is the location’s own', () => {
    expect(aacNumbersFor('Plymouth')).toEqual([{ site: 'Plymouth', number: '783022055' }])
    expect(aacNumbersFor(' belfast ')).toEqual([{ site: 'Belfast', number: '788266004' }])
  })

  it('is the hub’s, where it was given others', () => {
    const numbers = [{ site: 'Plymouth', number: '0800 123 456' }]
    const known = { kind: 'aac-numbers', id: 'aac-numbers', numbers } as const
    expect(aacNumbersFor('Plymouth', known)).toEqual(numbers)
    expect(aacNumbersFor('Leicester', known)).toEqual(numbers)
  })

  it('is all five where a site has none of its own, or is not known', () => {
    for (const location of ['Birkenhead', null])
      expect(aacNumbersFor(location).map(({ number }) => number)).toEqual([
        '788266004',
        '783284500',
        '788508008',
        '783022055',
        '759202127',
      ])
  })
})
