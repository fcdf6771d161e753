import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { counted, whenWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { titleOf } from '../../../shared/queries/viewpoint.ts'
import { listNarrowed, searchTyped } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { factsAsOf } from './facts-as-of.ts'
import type { ViewId } from './list-view.ts'

interface EmptyListProps {
  readonly view: ViewId
  readonly why: string
  /** How something would come into it. */
  readonly next?: string
  /** There are rows, but the search or a filter leaves none. */
  readonly narrowed?: boolean
  /** Takes the filters off. */
  readonly onAll?: () => void
}

/** Why a list is empty, and how fresh that is: an empty list is never a false comfort. */
export function EmptyList({ view, why, next, narrowed = false, onAll }: EmptyListProps) {
  const readings = useReadings()
  const { groups } = readings
  const navigate = useNavigate()
  const searching = useDeskState(state => state.list.search !== '')
  const { asOf, sync } = useDeskState(state => state.connection)
  const dispatch = useDeskDispatch()
  const showAll = () => {
    dispatch(searchTyped(''))
    dispatch(listNarrowed(null))
    onAll?.()
  }
  return (
    <div className="empty">
      <h2>{narrowed ? 'Nothing here matches' : why}</h2>
      {narrowed ? (
        <div className="toolbar">
          {searching && view !== 'case-groups' && groups.length > 0 && (
            <Button appearance="primary" onClick={() => void navigate({ to: '/case-groups' })}>
              Search all {counted(groups.length, 'case group')}
            </Button>
          )}
          <Button onClick={showAll}>Show the whole list</Button>
        </div>
      ) : (
        <>
          {sync.kind !== 'loading' && view !== 'case-groups' && hasNoGroups(readings) && (
            <p>{titleOf(readings.view)} has no case groups.</p>
          )}
          {next && <p>{next}</p>}
          <p>
            {sync.kind === 'loading' ? 'Your caseload is still coming, so this may change. ' : ''}
            {factsAsOf(readings)} {asOf && `The hub’s as of ${whenWords(asOf, readings.today)}.`}
          </p>
        </>
      )}
    </div>
  )
}

/** Then that says more than what none of them is. */
const hasNoGroups = ({ view, groups }: Readings) =>
  view.kind !== 'person' && view.segment.kind === 'case-owning' && groups.length === 0
