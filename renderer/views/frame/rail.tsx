import { Link, useRouterState } from '@tanstack/react-router'
import { memo, useMemo } from 'react'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Foldable } from '../../components/foldable.tsx'
import { viewChosen } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { SavedViews } from '../saved-views/saved-views.tsx'
import { viewsFor } from '../views.ts'
import { useCounts } from './use-counts.ts'

interface RailProps {
  readonly readings: Readings | undefined
  /** What the numbers are of; undefined: of nothing yet. */
  readonly counted: Readings | undefined
  readonly needsYou: number
}

/** Every view of the person's with how much is in it. */
export const Rail = memo(function Rail({ readings, counted, needsYou }: RailProps) {
  const dispatch = useDeskDispatch()
  const { view, index } = readings ?? {}
  const views = useMemo(() => (view && index ? viewsFor({ view, index }) : []), [view, index])
  const counts = useCounts(views, counted)
  // Folded again where one has gone to a view.
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <div className="rail">
      <nav aria-label="Views">
        <Foldable key={path} name="Views">
          <ul>
            {views.map(({ id, name, alarming }) => {
              const number = id === 'needs-you' ? needsYou : counts.get(id)
              return (
                <li key={id}>
                  <Link
                    to={`/${id}`}
                    className="rail-link"
                    activeOptions={{ includeSearch: false }}
                    onClick={() => dispatch(viewChosen())}
                  >
                    <span>{name}</span>
                    <span className={alarming && number ? 'count count-alarming' : 'count'}>
                      {number === undefined ? '' : numberWords(number)}
                    </span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </Foldable>
      </nav>
      {readings && <SavedViews key={`saved ${path}`} readings={readings} />}
    </div>
  )
})
