import { describe, expect, it } from 'vitest'
import { isNino, tidyNino } from '../../../shared/domain/nino.ts'

describe('IMP-3 a National Insurance number follows HMRC’s rule', () => {
  it.each(['EH891401B', 'AA123456A', 'JP123456D'])('%s does', nino => expect(isNino(nino)).toBe(true))
  it.each([
    'QQ123456C',
    'DA123456A',
    'AF123456A',
    'AO123456A',
    'BG123456A',
    'GB123456A',
    'KN123456A',
    'NK123456A',
    'NT123456A',
    'TN123456A',
    'ZZ123456A',
    'AA123456E',
    'AA12345A',
  ])('%s does not', nino => expect(isNino(nino)).toBe(false))
  it('IMP-4: spaces and case are tidied', () => expect(tidyNino('eh 89 14 01 b')).toBe('EH891401B'))
})
