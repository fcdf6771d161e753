import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../shared/queries/clocks.ts'
import { deadlineSections, deadlinesAt, sectionOf } from '../../../shared/queries/deadlines.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anAdviceRequest } from '../../make/an-advice-request.ts'
import { readingsFor } from '../../make/readings.ts'

const NOW = '2026-11-26T10:00:00Z'
const onDay = (dueOn: string) => sectionOf({ dueOn, dueAt: null }, NOW)
const at = (dueAt: string) => sectionOf({ dueOn: dueAt.slice(0, 10), dueAt }, NOW)

describe('where a deadline stands', () => {
  it('by the day: a week late is critical', () => {
    expect(
      ['2026-11-18', '2026-11-19', '2026-11-25', '2026-11-26', '2026-12-03', '2026-12-04'].map(onDay),
    ).toEqual(['critical', 'overdue', 'overdue', 'today', 'this-week', 'later'])
  })

  it('INC-10 by the hour: a day late is critical, and a minute late is late', () => {
    expect(
      [
        '2026-11-25T09:59:00Z',
        '2026-11-25T10:01:00Z',
        '2026-11-26T09:59:00Z',
        '2026-11-26T10:01:00Z',
        '2026-11-27T09:00:00Z',
      ].map(at),
    ).toEqual(['critical', 'overdue', 'overdue', 'today', 'this-week'])
  })

  it('changes with the day of London, not of UTC', () => {
    expect(sectionOf({ dueOn: '2026-07-01', dueAt: null }, '2026-06-30T23:30:00Z')).toBe('today')
  })
})

describe('the list of deadlines', () => {
  const rowsFor = (dates: readonly string[], urgent: readonly string[]) => {
    const requests = [
      ...dates.map((dueOn, place) => aRequest(`d${place}`, { dueOn })),
      ...urgent.map((dueAt, place) =>
        anAdviceRequest(
          'DNA-1',
          { number: `u${place}` as never, dueOn: dueAt.slice(0, 10) },
          { urgent: true, dueAt, dueOn: dueAt.slice(0, 10) },
        ),
      ),
    ]
    return clocksOf(readingsFor('N1-lead', [aCaseGroup({ serviceRequests: requests })]))
  }

  it('stands section by section, each in the order of its deadlines, with every clock once', () => {
    const day = fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-20'), noInvalidDate: true })
    const days = fc.array(
      day.map(date => date.toISOString().slice(0, 10)),
      { maxLength: 12 },
    )
    const moments = fc.array(
      day.map(date => date.toISOString()),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(days, moments, (dates, urgent) => {
        const clocks = rowsFor(dates, urgent)
        const rows = deadlinesAt(clocks, NOW)
        expect(new Set(rows.map(({ clock }) => clock))).toEqual(new Set(clocks))
        expect(rows).toHaveLength(dates.length + urgent.length)
        const places = rows.map(({ section }) => deadlineSections.indexOf(section))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        for (const section of deadlineSections) {
          const due = rows.filter(each => each.section === section).map(({ clock }) => clock.dueOn)
          expect(due).toEqual(due.toSorted())
        }
      }),
    )
  })

  it('keeps the rows whose section is as before', () => {
    const clocks = rowsFor(['2026-11-26', '2026-12-20'], [])
    const [today, later] = deadlinesAt(clocks, NOW)
    const [overdue, still] = deadlinesAt(clocks, '2026-11-27T10:00:00Z')
    expect(still).toBe(later)
    expect([today?.section, overdue?.section]).toEqual(['today', 'overdue'])
  })
})
