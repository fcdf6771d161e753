import { Link } from '@tanstack/react-router'
import type { Readings } from '../../../shared/queries/readings.ts'
import { Foldable } from '../../components/foldable.tsx'
import { viewChosen } from '../../store/list.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk } from '../desk-context.ts'
import { searchOf } from '../list/list-address.ts'
import type { ViewId } from '../list/list-view.ts'
import { viewsFor } from '../views.ts'
import { useSavedViews } from './use-saved-views.ts'

/** Lists as one likes to see them, under the lists themselves. */
export function SavedViews({ readings }: { readonly readings: Readings }) {
  const desk = useDesk()
  const dispatch = useDeskDispatch()
  const views = useSavedViews(desk)
  const lists = new Set<string>(viewsFor(readings).map(({ id }) => id))
  const shown = views.filter(({ list }) => lists.has(list))
  return (
    <nav className="saved-views" aria-label="Saved views">
      <Foldable name="Saved views">
        <h2>Saved views</h2>
        <ul>
          {shown.map(({ id, name, list, settings, owner }) => (
            <li key={id}>
              <Link
                to={`/${list as ViewId}`}
                search={searchOf({ ...settings, turned: settings.hidden })}
                className="rail-link"
                activeOptions={{ includeSearch: true }}
                onClick={() => dispatch(viewChosen())}
              >
                <span className="saved-view-name">{name}</span>
                {owner !== desk.identity.staffNumber && <span className="count">team</span>}
              </Link>
            </li>
          ))}
        </ul>
        <button type="button" className="plain-link" onClick={() => dispatch(panelOpened({ kind: 'views' }))}>
          Save or change views
        </button>
      </Foldable>
    </nav>
  )
}
