import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useRouterState } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CommandId } from '../../../shared/domain/ids.ts'
import { SAVED_VIEW_NAME_LIMIT } from '../../../shared/domain/saved-view.ts'
import { tooLong } from '../../forms/too-long.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useListAddress } from '../list/list-address.ts'
import type { ViewId } from '../list/list-view.ts'
import { useSettled } from '../use-settled.ts'
import { type DeskView, viewsFor } from '../views.ts'
import { newViewId } from './new-view-id.ts'
import { refusedView } from './refused-view.ts'
import { type AskedView, saveRequest } from './save-request.ts'
import { useOwnTeam } from './use-own-team.ts'
import { useViewAsking } from './use-view-asking.ts'

/** Saves a list under a name: the one before the person, or that of a refused view, as it was asked. */
export function SaveForm({ again }: { readonly again: CommandId | undefined }) {
  const desk = useDesk()
  const [refused] = useState(() => refusedView(again, desk))
  const present = useListBefore()
  const list = refused ?? present
  const [name, setName] = useState(refused?.name ?? '')
  const [shared, setShared] = useState((refused?.team ?? null) !== null)
  const { ask, whyNot } = useViewAsking()
  const dispatch = useDeskDispatch()
  const settle = useSettled(refused ? again : undefined, () =>
    refused ? void dispatch(panelClosed()) : setName(''),
  )
  const team = useOwnTeam()
  const listName = useListName(list?.list)
  const narrowed = useDeskState(state => state.list.narrowed)
  if (!list) return <NothingToSave />
  const request = saveRequest({ ...list, name, team: shared ? team : null })
  const objection = name.trim() === '' ? null : (tooLong(name, SAVED_VIEW_NAME_LIMIT) ?? whyNot(request))
  const mayNot = name.trim() === '' || objection !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!mayNot) ask(request, settle)
  }
  return (
    <form className="reason" onSubmit={submit} autoComplete="off">
      <Field
        label={`Name for ${listName} as ${refused ? 'they were asked for' : 'they are listed now'}`}
        {...(objection !== null && { validationMessage: objection })}
      >
        <Input value={name} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
      {narrowed && !refused && <p>The filters are kept, not these case groups: {narrowed.words}.</p>}
      {team !== null && (
        <Checkbox
          label="Share it with the team"
          checked={shared}
          onChange={(_, { checked }) => setShared(checked === true)}
        />
      )}
      <div className="toolbar">
        <Button type="submit" appearance="primary" disabledFocusable={mayNot}>
          Save view
        </Button>
      </div>
    </form>
  )
}

/** These are never filtered, sorted or cut. */
const alwaysAlike: ReadonlySet<ViewId> = new Set(['today', 'needs-you'])

function useViewBefore(): DeskView | undefined {
  const readings = useReadings()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return viewsFor(readings).find(({ id }) => path === `/${id}`)
}

function NothingToSave() {
  const before = useViewBefore()
  if (!before) return <p>Go to a list first, then save it.</p>
  return (
    <p>{before.name} has no filters, columns or order to be saved. Go to a list that has, then save it.</p>
  )
}

/** The list before the person, as it is filtered and sorted; null: it is none that can be saved. */
function useListBefore(): Omit<AskedView, 'name' | 'team'> | null {
  const { sort, chosen, turned } = useListAddress()
  const list = useViewBefore()
  return list && !alwaysAlike.has(list.id)
    ? { id: newViewId(), list: list.id, settings: { only: [...chosen], sort, hidden: [...turned] } }
    : null
}

function useListName(list: string | undefined): string {
  const readings = useReadings()
  return viewsFor(readings).find(({ id }) => id === list)?.name ?? 'a list that you do not have'
}
