import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../renderer/views/today/today-words.ts'
import { line } from '../../../shared/queries/today-line.ts'
import { aCaseGroup, aLock } from '../../make/a-case-group.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

describe('INC-16 the line of locks whose incident is over', () => {
  const lockBy = (by: string) => aCaseGroup({ lock: aLock({ by: staff(by) }) })
  const words = (...setters: readonly string[]) => {
    const groups = setters.map(lockBy)
    const mentions = groups.map(group => ({ group, entry: null }))
    return wordsOf(line('locks-after-incident', 'due', mentions), readingsFor('N1-lead', groups))
  }

  it('speaks of keeping them where their reader may', () => {
    expect(words('N1-1')).toMatch(/to be cleared, or kept with a reason$/)
    expect(words('N1-lead')).toMatch(/to be cleared$/)
    expect(words('N1-lead', 'N1-1')).toMatch(/to be cleared$/)
  })
})

describe('TEAM-3, ACC-3 the line of teams that nobody may lead', () => {
  it('does not say that there is no leader: one who is not nominated is there', () => {
    const words = (count: number) =>
      wordsOf({ ...line('teams-unled', 'due', []), count }, readingsFor('N1-mgr', []))
    expect(words(1)).toBe('1 team has nobody who may lead it today: its leader’s work is yours')
    expect(words(2)).toBe('2 teams have nobody who may lead them today: their leaders’ work is yours')
  })
})
