import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSegmentName } from '../../../shared/domain/segment-name.ts'

const faultOf = (name: string) => {
  const parsed = parseSegmentName(name)
  return parsed.ok ? undefined : parsed.fault
}

describe('BOM-4 the system name of a segment', () => {
  it('is taken apart and shown in plain words', () => {
    expect(parseSegmentName('FS_GB_OPPTS_OOO_AGENTS')).toEqual({
      ok: true,
      parts: {
        country: 'GB',
        words: ['OPPTS', 'OOO'],
        code: 'AGENTS',
        plain: 'Options, AGENTS, Great Britain',
      },
    })
  })

  it('has any number of words in the middle', () => {
    const word = fc.stringMatching(/^[A-Z0-9]{1,6}$/)
    fc.assert(
      fc.property(
        fc.constantFrom('GB', 'NI'),
        fc.array(word, { minLength: 1 }),
        word,
        (country, words, code) => {
          const parsed = parseSegmentName(['FS', country, ...words, code].join('_'))
          expect(parsed).toMatchObject({ ok: true, parts: { country, words, code } })
        },
      ),
    )
  })

  it('leaves a word that it does not know as it is', () => {
    expect(parseSegmentName('FS_NI_NEWAREA_CRM')).toMatchObject({
      ok: true,
      parts: { plain: 'NEWAREA, CRM, Northern Ireland' },
    })
  })

  it.each([
    ['', 'it does not begin with FS, but with nothing'],
    ['GB_OPPTS_OOO_AGENTS', 'it does not begin with FS, but with “GB”'],
    ['fs_GB_OPPTS_OOO_AGENTS', 'it does not begin with FS, but with “fs”'],
    ['FS', 'its second part is not a country, GB or NI'],
    ['FS_FR_OPPTS_AGENTS', 'its second part, “FR”, is not a country, GB or NI'],
    ['FS_GB', 'it does not end with a code'],
    ['FS_GB_OPPTS_', 'it does not end with a code'],
    ['FS_GB_AGENTS', 'nothing stands between its country and its code'],
    ['FS_GB_OPPTS__AGENTS', 'its part 4 is not of capital letters and digits only'],
    ['FS_GB_Oppts_AGENTS', 'its part 3, “Oppts”, is not of capital letters and digits only'],
    ['FS_GB_OPPTS_AGEN TS', 'its part 4, “AGEN TS”, is not of capital letters and digits only'],
  ])('%j is refused, naming the part: %s', (name, fault) => {
    expect(faultOf(name)).toBe(fault)
  })
})
