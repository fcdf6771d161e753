import { describe, expect, it } from 'vitest'
import { indexOrganisation, indexWith } from '../../../shared/domain/organisation-index.ts'
import { clockDueWords, whatWords } from '../../../shared/queries/clock-words.ts'
import { isCertain, workingOf } from '../../../shared/queries/clock-working.ts'
import { clocksOf, clocksOfGroup } from '../../../shared/queries/clocks.ts'
import { recoveryRows } from '../../../shared/queries/recoveries.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { busy } from '../../make/a-group-with-clocks.ts'
import { aRecovery } from '../../make/a-recovery.ts'
import { aGeneralRequest, anAdviceRequest } from '../../make/an-advice-request.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { readingsFor, TODAY } from '../../make/readings.ts'

const index = indexWith(indexOrganisation(anOrganisation()), [publicCalendar])

describe('a clock shows its working', () => {
  const workings = new Map(
    clocksOfGroup(busy, index, TODAY).map(clock => [clock.kind, workingOf(clock, index)]),
  )

  it('INC-10 of an email from AAC', () => {
    expect(workings.get('email-to-answer')).toEqual([
      'An email from AAC is answered within 24 hours of its receipt.',
      '24 hours from Friday 20 November 2026, 15:20, on the clock: nights, weekends and bank holidays count.',
      'So by Saturday 21 November 2026, 15:20.',
    ])
  })

  it('ADV-4 of advice, in working days of the asking team’s division', () => {
    const asked = aCaseGroup({ serviceRequests: [anAdviceRequest('DNA-1')] })
    const [ofCase] = clocksOfGroup(asked, index, TODAY)
    expect(ofCase && workingOf(ofCase, index).at(-1)).toBe('So by the end of Friday 27 November 2026.')
    const [general] = clocksOf(
      readingsFor('N1-1', [], anOrganisation(), undefined, { advice: [aGeneralRequest()] }),
    )
    expect(general && workingOf(general, index)).toEqual([
      'From Friday 20 November 2026; counting starts the day after.',
      '10 working days of Northern Ireland, without Saturdays and Sundays; no bank holiday falls on the weekdays between.',
      'So by the end of Friday 4 December 2026.',
    ])
  })

  it('LOCK-12 of a lock’s review, and from when it is the segment manager’s', () => {
    expect(workings.get('lock-review')).toEqual([
      'The review date, Tuesday 24 November 2026, was chosen when it was set; at most 28 days ahead.',
      'From Tuesday 1 December 2026, five working days later, it heads the segment manager’s list too.',
    ])
  })

  it('ORPH-4 of a recovery, from when it was asked or chased', () => {
    const chased = aRecovery({ chases: [{ by: staff('N1-lead'), at: '2026-11-24T10:00:00Z' }] })
    const [row] = recoveryRows([chased], { asIt: false, isLost: () => true, index, today: TODAY })
    const readings = readingsFor('N1-lead', [], anOrganisation(), undefined, { recoveries: row ? [row] : [] })
    const [clock] = clocksOf(readings)
    expect(clock && workingOf(clock, index)).toEqual([
      'Local IT was chased last on Tuesday 24 November 2026.',
      'From Tuesday 24 November 2026; counting starts the day after.',
      '2 working days of Northern Ireland, without Saturdays and Sundays; no bank holiday falls on the weekdays between.',
      'So by the end of Thursday 26 November 2026.',
    ])
  })

  it('of whatever else: something', () => {
    for (const [kind, lines] of workings) {
      expect([kind, lines.length > 0]).toEqual([kind, true])
      for (const line of lines) expect(line).toMatch(/^[A-Z0-9].*\.$/)
    }
  })
})

describe('the words of a clock', () => {
  it('say the time of day where it is due at a moment', () => {
    const at = { dueOn: '2026-11-26', dueAt: '2026-11-26T15:20:00Z' }
    expect(clockDueWords(at, '2026-11-26T10:00:00Z')).toBe('due today at 15:20')
    expect(clockDueWords(at, '2026-11-25T10:00:00Z')).toBe('due 26 Nov 2026 at 15:20')
    expect(clockDueWords(at, '2026-11-26T16:00:00Z')).toBe('was due today at 15:20')
    expect(clockDueWords({ dueOn: '2026-11-20', dueAt: null }, '2026-11-26T16:00:00Z')).toBe('6 days overdue')
  })

  it('are about nobody', () => {
    for (const clock of clocksOfGroup(busy, index, TODAY)) expect(whatWords(clock)).not.toMatch(/\d{4}/)
  })
})

describe('ADV-5 a calendar that ends before a deadline', () => {
  it('says of advice and of a recovery that they are not certain, and of a moment nothing', () => {
    const covers = { from: '2026-01-01', to: '2026-11-25' }
    const short = indexWith(indexOrganisation(anOrganisation()), [{ ...publicCalendar, covers }])
    const recoveries = recoveryRows([aRecovery()], { asIt: false, isLost: () => true, index, today: TODAY })
    const beside = { recoveries, advice: [aGeneralRequest()] }
    const clocks = clocksOf(readingsFor('N1-lead', [busy], anOrganisation(), undefined, beside))
    const unsure = clocks.filter(clock => !isCertain(clock, short))
    expect(unsure.map(({ kind, dueOn }) => `${kind} ${dueOn}`)).toEqual([
      'advice 2026-11-27',
      'general-advice 2026-12-04',
    ])
    expect(clocks.filter(clock => !isCertain(clock, index))).toEqual([])
    const [advice] = unsure
    expect(advice && clockDueWords(advice, `${TODAY}T10:00:00Z`, false)).toBe('due 27 Nov 2026, not certain')
    expect(advice && workingOf(advice, short).at(-1)).toContain('so this is not certain')
  })
})
