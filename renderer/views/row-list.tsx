import { recoveryIdOf } from '../../shared/domain/recovery-request.ts'
import { numberWords } from '../../shared/queries/date-words.ts'
import { groupOfRow, itemOfRow } from '../../shared/queries/row-key.ts'
import { useDesk } from './desk-context.ts'
import { itemNumber } from './entry-item.ts'

const SHOWN = 3

/** Some rows by number, folded where they are many. */
export function RowList({ rows }: { readonly rows: readonly string[] }) {
  const lines = rows.map(row => (
    <li key={row}>
      <RowName row={row} />
    </li>
  ))
  if (rows.length <= SHOWN) return <ul className="members">{lines}</ul>
  return (
    <details className="members">
      <summary>Show all {numberWords(rows.length)}</summary>
      <ul>{lines}</ul>
    </details>
  )
}

/** A case group, or a service request of one, read off what is held: whoever lists it keeps nothing of it (ACC-3). */
export function RowName({ row }: { readonly row: string }) {
  const { replica } = useDesk()
  const group = groupOfRow(row)
  const item = itemOfRow(row)
  const request = item?.kind === 'request' ? item.number : null
  const held = replica.caseGroup(group) ?? replica.confirmed(group)
  // Local IT holds requests of groups that it never sees (ORPH-4).
  const isGone = !held && !replica.aggregates('recovery-request').has(recoveryIdOf(group, request))
  return (
    <>
      <span className="number">{group}</span> {held?.title}
      {request !== null && <span className="quiet"> service request {itemNumber({ request })}</span>}
      {isGone && <span className="quiet">no longer with you</span>}
    </>
  )
}
