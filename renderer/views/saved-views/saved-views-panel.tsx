import { Button } from '@fluentui/react-components'
import type { CommandId } from '../../../shared/domain/ids.ts'
import type { SavedView } from '../../../shared/domain/saved-view.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { SaveForm } from './save-form.tsx'
import { saveRequest } from './save-request.ts'
import { useOwnTeam } from './use-own-team.ts'
import { useSavedViews } from './use-saved-views.ts'
import { useViewAsking } from './use-view-asking.ts'

interface SavedViewsPanelProps {
  /** The refused one that is asked again, with its name and its list. */
  readonly again: CommandId | undefined
}

/** Saves the list before the person under a name, and says which views there are. */
export function SavedViewsPanel({ again }: SavedViewsPanelProps) {
  const dispatch = useDeskDispatch()
  const desk = useDesk()
  const views = useSavedViews(desk)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anything in it.
    <section className="doing" onKeyDown={({ key }) => key === 'Escape' && dispatch(panelClosed())}>
      <h2>Saved views</h2>
      <p className="note pane-note">
        A view keeps the filters, the order and the columns of a list; never what you search for.
      </p>
      <SaveForm again={again} />
      <h3>Views there are</h3>
      {views.length === 0 && <p>None yet.</p>}
      <ul className="saved-views-list">
        {views.map(view => (
          <ViewLine key={view.id} view={view} />
        ))}
      </ul>
      <Button size="small" onClick={() => dispatch(panelClosed())}>
        Close
      </Button>
    </section>
  )
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const { identity } = useDesk()
  const { index } = useReadings()
  const { ask } = useViewAsking()
  const team = useOwnTeam()
  const { id, name, owner } = view
  const share = () => ask(saveRequest({ ...view, team: view.team === null ? team : null }))
  return (
    <li>
      <span>
        {name}
        <span className="quiet"> {view.team === null ? 'only yours' : 'shared with the team'}</span>
      </span>
      {owner === identity.staffNumber ? (
        <span className="list-tools">
          {(team !== null || view.team !== null) && (
            <Button size="small" onClick={share}>
              {view.team === null ? 'Share' : 'Share no more'}
            </Button>
          )}
          <Button size="small" onClick={() => ask({ name: 'remove-view', args: { view: id }, saw: {} })}>
            Remove
          </Button>
        </span>
      ) : (
        <span className="quiet">by {staffName(owner, index)}</span>
      )}
    </li>
  )
}
