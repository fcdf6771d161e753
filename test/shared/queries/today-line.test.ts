import { describe, expect, it } from 'vitest'
import { due } from '../../../shared/queries/today-line.ts'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { anIncident } from '../../make/an-incident.ts'

describe('INC-3, INC-15 a line of what is due', () => {
  it('names a case group once and an incident about no case once, however many clocks each has', () => {
    const incident = anIncident()
    const group = aCaseGroup()
    const ofNone = { group: null, incident }
    const { mentions, subjects, count } = due('other-deadlines', [
      { group },
      { group },
      ofNone,
      { ...ofNone },
    ])
    expect(mentions).toEqual([{ group, entry: null }])
    expect(subjects).toEqual([{ kind: 'incident', incident }])
    expect(count).toBe(4)
  })
})
