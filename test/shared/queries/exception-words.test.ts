import { describe, expect, it } from 'vitest'
import type { DataException, FaultKind } from '../../../shared/domain/data-exception.ts'
import { faultWords, remedyOf } from '../../../shared/queries/exception-words.ts'

const kinds = Object.keys(faultWords) as FaultKind[]

const anException = (fault: FaultKind, column: string | null = 'NINO') =>
  ({ fault, column, file: 'people.csv' }) as DataException

describe('IMP-1 what is to be done about a data exception', () => {
  it('is a sentence of its own for each fault', () => {
    const said = kinds.map(kind => remedyOf(anException(kind)))
    expect(new Set(said).size).toBe(kinds.length)
    for (const words of said) expect(words).toMatch(/^[A-Z].*\.$/)
  })

  it.each(['value', 'missing', 'reference'] as const)(
    'names the column that is to be put right: %s',
    fault => {
      expect(remedyOf(anException(fault))).toContain('“NINO”')
      expect(remedyOf(anException(fault))).toContain('in CMS2012')
    },
  )

  it('sends whoever has a row of too many fields to whoever made the extract, not to CMS2012', () => {
    expect(remedyOf(anException('value', null))).toContain('Ask whoever makes the extract')
    expect(remedyOf(anException('value', null))).not.toContain('CMS2012')
  })

  it('IMP-2: names the file in which a row is there twice', () => {
    expect(remedyOf(anException('duplicate'))).toContain('people.csv')
  })

  it('IMP-5: has two case groups of one paying parent joined', () => {
    expect(remedyOf(anException('second group of a paying parent'))).toContain('Join the two')
  })

  it('leads from a row that hangs on a rejected one to that one', () => {
    expect(remedyOf(anException('parent'))).toContain('a data exception of its own')
  })
})
