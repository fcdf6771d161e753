import { describe, expect, it } from 'vitest'
import { toKeep, toldBefore, wasTold } from '../../../renderer/views/deadlines/told-notices.ts'
import { londonDate } from '../../../shared/domain/time.ts'
import { type Clock, clocksOf } from '../../../shared/queries/clocks.ts'
import { noticesAt, type WorkingPlace } from '../../../shared/queries/notices.ts'
import { publicCalendar } from '../../make/a-calendar.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anIncident, incidentNamed } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const place: WorkingPlace = { division: 'northern-ireland', calendar: publicCalendar }
const NOW = '2026-11-26T13:30:00Z'

/** A desk whose page is loaded anew as often as one likes; each time it knows what it kept and no more. */
function aDesk() {
  let kept: readonly string[] = []
  const load = () => {
    const told = toldBefore(kept)
    return (clocks: readonly Clock[], now = NOW) => {
      const texts = noticesAt(clocks, now, place, each => wasTold(each, told))
      kept = toKeep(told, clocks, londonDate(now))
      return texts
    }
  }
  return { load, kept: () => kept }
}

const clocksWith = (requests: readonly string[], answers: readonly string[] = []) =>
  clocksOf(
    readingsFor('N1-lead', [
      aCaseGroup({
        serviceRequests: requests.map(each => aRequest(each, { dueOn: '2026-11-26' })),
        incidents: answers.map(each =>
          anIncident({
            id: incidentNamed(each),
            state: 'email-to-answer',
            email: { receivedAt: '2026-11-25T15:20:00Z', replyTo: 'aac@example.test', text: 'Try again.' },
          }),
        ),
      }),
    ]),
  )

const ANSWER = 'Answer to AAC is due at 15:20.'

describe('a desktop notice when the page is loaded anew', () => {
  it('does not come again', () => {
    const desk = aDesk()
    const clocks = clocksWith(['1', '2'], ['7'])
    expect(desk.load()(clocks)).toEqual([ANSWER, '2 deadlines by the end of today.'])
    expect(desk.load()(clocks)).toEqual([])
    expect(desk.load()(clocks)).toEqual([])
  })

  it('does not come again for what arrives in parts', () => {
    const desk = aDesk()
    desk.load()(clocksWith(['1', '2', '3']))
    const tell = desk.load()
    expect([tell([]), tell(clocksWith(['1'])), tell(clocksWith(['1', '2', '3']))]).toEqual([[], [], []])
  })

  it('comes for what arises later, though something else due then was told and is done', () => {
    const desk = aDesk()
    const tell = desk.load()
    tell(clocksWith(['1', '2'], ['7']))
    expect(tell(clocksWith(['2']))).toEqual([])
    const anew = desk.load()
    expect(anew(clocksWith(['2']))).toEqual([])
    expect(anew(clocksWith(['2', '3'], ['8']))).toEqual([ANSWER, '1 more deadline by the end of today.'])
  })

  it('comes where the first load was before the working hours, and for a breach that had not neared', () => {
    const desk = aDesk()
    const clocks = clocksWith(['1'], ['7'])
    expect(desk.load()(clocks, '2026-11-26T07:30:00Z')).toEqual([])
    expect(desk.load()(clocks, '2026-11-26T09:00:00Z')).toEqual(['1 deadline by the end of today.'])
    expect(desk.load()(clocks, '2026-11-26T13:21:00Z')).toEqual([ANSWER])
  })

  it('ACC-3 keeps nothing but when things are due', () => {
    const desk = aDesk()
    desk.load()(clocksWith(['1'], ['7']))
    expect(desk.kept()).toEqual(['2026-11-26T15:20:00.000Z', '2026-11-26'])
    desk.load()([], '2026-11-27T09:00:00Z')
    expect(desk.kept()).toEqual([])
  })
})
