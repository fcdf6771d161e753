import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useRouterState } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { TeamId } from '../../../shared/domain/ids.ts'
import {
  type ListSettings,
  SAVED_VIEW_NAME_LIMIT,
  type SavedView,
} from '../../../shared/domain/saved-view.ts'
import { staffName } from '../../../shared/queries/names.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { tooLong } from '../../forms/too-long.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useListAddress } from '../list/list-address.ts'
import { useAttempt } from '../use-attempt.ts'
import { viewsFor } from '../views.ts'
import { newViewId } from './new-view-id.ts'
import { useSavedViews } from './use-saved-views.ts'

/** Saves the list before the person under a name, and says which views there are. */
export function SavedViewsPanel() {
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
      <SaveForm />
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

function SaveForm() {
  const readings = useReadings()
  const { sort, chosen, hidden } = useListAddress()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { ask, whyNot } = useAsk()
  const team = useOwnTeam()
  const list = viewsFor(readings).find(({ id }) => path === `/${id}`)
  const narrowed = useDeskState(state => state.list.narrowed)
  if (!list) return <p>Go to a list first, then save it.</p>
  const settings: ListSettings = { only: [...chosen], sort, hidden: [...hidden] }
  const request = saveRequest({ id: newViewId(), name, list: list.id, settings, team: shared ? team : null })
  const objection = name.trim() === '' ? null : (tooLong(name, SAVED_VIEW_NAME_LIMIT) ?? whyNot(request))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || objection !== null) return
    ask(request)
    setName('')
  }
  return (
    <form className="reason" onSubmit={submit} autoComplete="off">
      <Field
        label={`Name for ${list.name} as they are listed now`}
        {...(objection !== null && { validationMessage: objection })}
      >
        <Input value={name} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
      {narrowed && <p>The filters are kept, not these case groups: {narrowed.words}.</p>}
      {team !== null && (
        <Checkbox
          label="Share it with the team"
          checked={shared}
          onChange={(_, { checked }) => setShared(checked === true)}
        />
      )}
      <div className="toolbar">
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={name.trim() === '' || objection !== null}
        >
          Save view
        </Button>
      </div>
    </form>
  )
}

function ViewLine({ view }: { readonly view: SavedView }) {
  const { identity } = useDesk()
  const { index } = useReadings()
  const { ask } = useAsk()
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

const saveRequest = ({
  id,
  name,
  list,
  settings,
  team,
}: Pick<SavedView, 'id' | 'name' | 'list' | 'settings' | 'team'>): CommandRequest => ({
  name: 'save-view',
  args: { view: id, name, list, settings, team },
  saw: {},
})

function useAsk() {
  const desk = useDesk()
  const attempt = useAttempt()
  return {
    ask: (request: CommandRequest) =>
      void attempt(async () => void (await desk.perform([request], null)), 'not-saved'),
    whyNot(request: CommandRequest): string | null {
      const decision = desk.preview(request, null)
      return decision.ok ? null : decision.refusal.reason
    },
  }
}

/** The team that one leads, so that one may share with it. */
function useOwnTeam(): TeamId | null {
  const { view } = useReadings()
  return view.kind === 'team' ? view.team.id : null
}
