import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortedOrder } from '../../../renderer/grid/sorted-order.ts'
import { exceptionColumns } from '../../../renderer/views/data-exceptions/exception-columns.tsx'
import { valueWords } from '../../../shared/queries/exception-words.ts'
import { aDataException } from '../../make/a-data-exception.ts'

const column = exceptionColumns(false).find(({ id }) => id === 'value')
if (!column) throw new Error('There is no column Value.')
const sorted = (values: readonly string[]) =>
  sortedOrder(
    values.map((value, at) => aDataException(String(at), { value })),
    column,
    'ascending',
  ).map(({ id }) => id)

// None is a NINO, so each is an exception; the last three places are shown.
const almost = fc.stringMatching(/^Q[A-Z][1-9][0-9]{5}[A-D]$/)

it('ACC-3 sorted by their values, masked ones stand as they are shown: their order tells no more', () => {
  fc.assert(
    fc.property(fc.array(almost, { maxLength: 20 }), values => {
      const shown = values.map(value => valueWords({ column: 'nino', value }))
      expect(sorted(values)).toEqual(sorted(shown))
    }),
  )
})
