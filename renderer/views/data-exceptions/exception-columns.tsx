import type { DataException } from '../../../shared/domain/data-exception.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { faultWords, valueWords } from '../../../shared/queries/exception-words.ts'
import type { Column } from '../../grid/column.ts'

const reasonColumn: Column<DataException> = {
  id: 'reason',
  title: 'Reason',
  width: 170,
  grow: 3,
  cell: ({ reason }) => <span title={reason}>{reason}</span>,
  sortValue: ({ reason }) => reason,
}

/** Where there is no room for the reason, the right pane tells it. */
export const exceptionColumns = (wide: boolean): readonly Column<DataException>[] => [
  {
    id: 'file',
    title: 'File',
    width: 158,
    grow: 0.2,
    cell: ({ file }) => file,
    sortValue: ({ file }) => file,
  },
  {
    id: 'line',
    title: 'Line',
    width: 62,
    align: 'end',
    cell: ({ line }) => numberWords(line),
    sortValue: ({ line }) => line,
  },
  {
    id: 'key',
    title: 'Row',
    width: 140,
    cell: ({ key }) =>
      key === '' ? <span className="quiet">no number</span> : <span className="number">{key}</span>,
    sortValue: ({ key }) => key,
  },
  {
    id: 'column',
    title: 'Column',
    width: 152,
    cell: ({ column }) => column ?? <span className="quiet">the whole row</span>,
    sortValue: ({ column }) => column,
  },
  {
    id: 'fault',
    title: 'What is wrong',
    width: 176,
    cell: ({ fault }) => faultWords[fault],
    sortValue: ({ fault }) => faultWords[fault],
  },
  {
    id: 'value',
    title: 'Value',
    width: 112,
    grow: 1,
    cell: exception => {
      const words = valueWords(exception)
      return words === '' ? <span className="quiet">empty</span> : <span title={words}>{words}</span>
    },
    // What is masked is not told by its place either.
    sortValue: valueWords,
  },
  ...(wide ? [reasonColumn] : []),
]
