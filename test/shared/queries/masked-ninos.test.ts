import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedNinos, withMaskedNinos } from '../../../shared/queries/masked-ninos.ts'

describe('INC-6 NINOs before somebody asks for them', () => {
  it.each([
    ['AB123456C', '•• •• •• 56C'],
    ['ab 12 34 56 c', '•• •• •• 56c'],
    ['SP975414D; PW011158B', '•• •• •• 14D; •• •• •• 58B'],
    ['SP975414D, none held', '•• •• •• 14D, none held'],
    ['SP975414D and PW011158B (her new one)', '•• •• •• 14D and •• •• •• 58B (her new one)'],
    ['AB-12-34-56-C', '•• •• •• 56C'],
    ['GB12345', '•• •• •• 345'],
    ['AB1234567C', '•• •• •• 67C'],
    ['ABI23456C', '•• •• •• 56C'],
    ['AB12O456C', '•• •• •• 56C'],
    ['123456C', '•• •• •• 56C'],
    ['None held', 'None held'],
    ['None held, asked for on 12/11/2025 in screen 4', 'None held, asked for on 12/11/2025 in screen 4'],
    ['SCIN 121000000001 instead', 'SCIN 121000000001 instead'],
    ['', ''],
  ])('%j stands as %j', (words, masked) => {
    expect(maskedNinos(words).replaceAll('\u00a0', ' ')).toBe(masked)
  })

  it('of none more than its last three stands', () => {
    const nino = fc.stringMatching(/^[A-Z]{2}\d{6}[A-D]$/)
    fc.assert(
      fc.property(fc.array(nino, { minLength: 1, maxLength: 4 }), ninos => {
        const masked = maskedNinos(ninos.join('; '))
        for (const each of ninos) expect(masked).not.toContain(each.slice(-4))
        expect(masked.split('; ')).toHaveLength(ninos.length)
      }),
    )
  })

  it('leaves what is no NINO as it was written', () => {
    expect(withMaskedNinos({ nino: 'AB123456C', scin: '121000000001', words: 'AB123456C' })).toEqual({
      nino: maskedNinos('AB123456C'),
      scin: '121000000001',
      words: 'AB123456C',
    })
  })
})
