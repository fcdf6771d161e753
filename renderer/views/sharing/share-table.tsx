import { useState } from 'react'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { Sharer } from '../../../shared/queries/fair-shares.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { useReadings } from '../desk-context.ts'
import { choicesFor, type ShareRow, type Sharing } from './use-sharing.ts'

// Five thousand choosers at once would be tens of thousands of elements.
const PAGE = 50

/** Every group of the proposal with its person, who can be changed, and why. */
export function ShareTable({ sharing }: { readonly sharing: Sharing }) {
  const [shown, setShown] = useState(PAGE)
  const { rows } = sharing
  const more = Math.min(PAGE, rows.length - shown)
  return (
    <>
      <table className="share-table">
        <thead>
          <tr>
            <th scope="col">Case group</th>
            <th scope="col">To, and why</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(row => (
            <ShareLine key={row.group.id} row={row} sharing={sharing} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <button type="button" className="plain-link" onClick={() => setShown(shown + more)}>
          Show {counted(more, 'more', 'more')} of {numberWords(rows.length)}
        </button>
      )}
    </>
  )
}

function ShareLine({ row, sharing }: { readonly row: ShareRow; readonly sharing: Sharing }) {
  const { index } = useReadings()
  const { group, to, why } = row
  const choices = choicesFor(row, sharing.sharers)
  const objection = sharing.objectionTo(row)
  const give = (staff: string) =>
    sharing.give(group.id, choices.find((each: Sharer) => each.staff === staff) ?? null)
  return (
    <tr>
      <th scope="row">
        <span className="number">{group.id}</span> {group.title}
      </th>
      <td>
        <select
          aria-label={`Who gets ${group.id}`}
          value={to?.staff ?? ''}
          onChange={({ target }) => give(target.value)}
        >
          <option value="">Nobody: leave it out</option>
          {choices.map(({ staff }) => (
            <option key={staff} value={staff}>
              {staffName(staff, index)}
            </option>
          ))}
        </select>
        <p className={objection === null ? 'quiet' : 'share-objection'}>{objection ?? why}</p>
      </td>
    </tr>
  )
}
