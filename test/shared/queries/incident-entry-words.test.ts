import { describe, expect, it } from 'vitest'
import { entryWhen } from '../../../shared/queries/incident-entry-words.ts'
import { factsText } from '../../../shared/queries/incident-fact-words.ts'
import { anEntry } from '../../make/an-incident.ts'
import { readingsFor } from '../../make/readings.ts'

const entry = anEntry('answer-email', '2026-11-21T14:10:00Z')

describe('INC-13 when a step was taken', () => {
  it('is when it was done; where it waited for the hub, both', () => {
    const when = (issuedAt: string) => entryWhen({ ...entry, issuedAt }, '2026-11-21')
    expect(when('2026-11-21T14:09:58Z')).toBe('today at 14:09')
    expect(when('2026-11-21T09:31:00Z')).toBe('today at 09:31; at the hub today at 14:10')
    expect(when('2026-11-20T09:31:00Z')).toBe('20 November 2026 at 09:31; at the hub today at 14:10')
    expect(entryWhen(entry, '')).toBe('21 November 2026 at 14:10')
  })

  it('INC-10: and whether an email was answered in time', () => {
    const { index } = readingsFor('N1-1', [])
    expect(factsText({ outcome: 'successful', inTime: 'no' }, index)).toBe(
      'Outcome: successful. Answered within 24 hours: no.',
    )
  })
})
