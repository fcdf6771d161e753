import { describe, expect, it } from 'vitest'
import { textOf } from '../../../renderer/export/text-of.ts'
import { differenceColumns } from '../../../renderer/views/differences/difference-columns.tsx'
import { aCaseGroup } from '../../make/a-case-group.ts'
import { aDifference } from '../../make/a-difference.ts'
import { anOrganisation } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'
import { aDesk } from '../make/a-desk.ts'

const group = aCaseGroup({
  differences: [aDifference('segment', 'FS_GB_ENFMT_NO_ELC')],
})

describe('IMP-6 whom CMS2012 has as the holder', () => {
  it('is told by his name, in a file with his staff number: there are two of many a name', () => {
    const given = aCaseGroup({ differences: [aDifference('holder', 'N1-2')] })
    const readings = readingsFor('N1-mgr', [given])
    const { replica } = aDesk({ actor: 'N1-mgr', groups: [given], organisation: anOrganisation() })
    const source = differenceColumns(readings, replica).find(({ id }) => id === 'source')
    const [row] = readings.differences
    if (!source || !row) throw new Error('There is no difference.')
    expect(textOf(source.cell(row, 200))).toBe('Person N1-2')
    expect(textOf(source.cell(row))).toBe('Person N1-2 (N1-2)')
  })
})

describe('IMP-6 what CMS2012 has otherwise', () => {
  const readings = readingsFor('N1-mgr', [group])
  const { replica } = aDesk({ actor: 'N1-mgr', groups: [group], organisation: anOrganisation() })
  const source = differenceColumns(readings, replica).find(({ id }) => id === 'source')
  const [row] = readings.differences

  it('is told by what the two segments do not have in common; on paper and in a file by their whole names', () => {
    if (!source || !row) throw new Error('There is no difference.')
    expect(textOf(source.cell(row, 200))).toBe('ENFMT_NO_ELC')
    expect(textOf(source.cell(row))).toBe('ENFMT_NO_ELC GB (FS_GB_ENFMT_NO_ELC)')
  })
})
