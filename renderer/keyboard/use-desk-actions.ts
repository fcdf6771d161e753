import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useMemo } from 'react'
import type { MasterCaseNumber } from '../../shared/domain/ids.ts'
import { groupsToMove, ONLY_ITS_REQUEST, type ToMove } from '../../shared/queries/groups-to-move.ts'
import type { Readings } from '../../shared/queries/readings.ts'
import { groupsOfRows } from '../../shared/queries/row-key.ts'
import type { Desk } from '../desk/desk.ts'
import type { ListExport } from '../export/use-exporting.ts'
import type { GridHandle } from '../grid/grid.tsx'
import type { Printing } from '../print/use-printing.ts'
import { ninosToggled, rowsMeant, viewChosen } from '../store/list.ts'
import { overlayOpened, panelOpened } from '../store/panel.ts'
import { singleKeysSwitched, themeChosen } from '../store/settings.ts'
import { useDeskDispatch, useDeskState } from '../store/store.ts'
import { useAdviceActions } from '../views/advice/use-advice-actions.ts'
import { useChangeHub } from '../views/change-hub.ts'
import { actionName, allDoings, type DoingKind, whyNotDo } from '../views/doing/doings.ts'
import { useUndoAction } from '../views/doing/use-undo-action.ts'
import { useIncidentActions } from '../views/incidents/use-incident-actions.ts'
import { useRecoveryActions } from '../views/recovery/use-recovery-actions.ts'
import { useRequestActions } from '../views/requests/use-request-actions.ts'
import { useShareAction } from '../views/sharing/use-share-action.ts'
import { useSignOut } from '../views/sign-out.ts'
import { useAfterFrame } from '../views/use-after-frame.ts'
import { useRevision } from '../views/use-replica.ts'
import { type DeskView, viewsFor } from '../views/views.ts'
import type { Action } from './action.ts'
import { paneActions } from './pane-actions.ts'
import { useCarryingActions } from './use-carrying-actions.ts'

const kinds = [
  'case-group',
  'organisation',
  'outbox',
  'incident',
  'advice-request',
  'recovery-request',
  'data-exception',
  'aac-numbers',
] as const

/** All that can be done now, in the order in which it is listed. */
export function useDeskActions(
  desk: Desk,
  readings: Readings | undefined,
  grid: RefObject<GridHandle | null>,
  listExport: ListExport,
  printing: Omit<Printing, 'subject'>,
): readonly Action[] {
  const views = useViews(readings)
  // The list first, then what can be done.
  const now = useRevision(desk.replica, ...kinds)
  const late = useAfterFrame(useMemo(() => ({ readings, revision: now }), [readings, now]))
  const { revision } = late
  const going = useGoing(views)
  const doing = useDoing(desk, late.readings, revision)
  const sharing = useShareAction(desk, late.readings)
  const working = useRequestActions(desk, revision)
  const recovering = useRecoveryActions(desk, revision)
  const incidents = useIncidentActions(desk, revision)
  const advising = useAdviceActions(desk, revision)
  const undoing = useUndoAction(desk, late.readings, revision)
  const listing = useMemo(() => listActions(grid), [grid])
  const carrying = useCarryingActions(desk, { revision, listExport, printing, views })
  const setting = useSetting(desk)
  return useMemo(
    () => [
      ...going,
      ...doing,
      sharing,
      ...working,
      ...recovering,
      ...incidents,
      ...advising,
      undoing,
      ...listing,
      ...carrying,
      ...setting,
      ...paneActions,
    ],
    [going, doing, sharing, working, recovering, incidents, advising, undoing, listing, carrying, setting],
  )
}

function useViews(readings: Readings | undefined): readonly DeskView[] {
  const { view, index } = readings ?? {}
  return useMemo(() => (view && index ? viewsFor({ view, index }) : []), [view, index])
}

function useGoing(views: readonly DeskView[]): readonly Action[] {
  const navigate = useNavigate()
  const dispatch = useDeskDispatch()
  return useMemo(
    () =>
      views.map(({ id, name, key }) => ({
        id: `go-${id}`,
        name,
        keys: ['g', key],
        section: 'Go to' as const,
        whyNot: null,
        run: () => {
          dispatch(viewChosen())
          void navigate({ to: `/${id}` })
        },
      })),
    [navigate, dispatch, views],
  )
}

function useDoing(desk: Desk, readings: Readings | undefined, revision: string): readonly Action[] {
  const selected = useDeskState(state => state.list.selected)
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const rows = rowsMeant({ selected, focused })
    const all: ToMove = { groups: groupsOfRows(rows), leftOut: [] }
    const moved = readings ? groupsToMove(rows, desk.replica.caseGroup, readings.index) : all
    const before = all.groups.flatMap(id => desk.replica.caseGroup(id) ?? [])
    return allDoings.map(doing => {
      const { groups: found, leftOut } = doing.moves ? moved : all
      const groups = selected.length > 0 ? concerned(doing, found, desk) : found
      return {
        id: doing.id,
        name: actionName(doing, selected.length > 0 ? groups.length : 0),
        keys: doing.answers(before) ? [doing.key] : [],
        sharedKey: doing.key,
        section: 'Do' as const,
        whyNot:
          groups.length === 0 && leftOut.length > 0
            ? ONLY_ITS_REQUEST
            : whyNotDo(doing, groups, desk, readings),
        run: () => void dispatch(panelOpened({ kind: 'doing', doing: doing.id, groups, leftOut })),
      }
    })
  }, [selected, focused, dispatch, desk, readings, revision])
}

/** Of the selected groups those that it is about. */
const concerned = (doing: DoingKind, groups: readonly MasterCaseNumber[], { replica }: Desk) =>
  groups.filter(id => {
    const group = replica.caseGroup(id)
    return group !== undefined && doing.concerns(group)
  })

function listActions(grid: RefObject<GridHandle | null>): readonly Action[] {
  const inList = (
    id: string,
    name: string,
    key: string,
    also: string,
    run: (handle: GridHandle) => void,
  ): Action => ({
    id,
    name,
    keys: [key],
    also,
    section: 'In the list',
    whyNot: null,
    run: () => grid.current && run(grid.current),
  })
  return [
    inList('next', 'Next row', 'j', '↓', handle => handle.step(1, false)),
    inList('previous', 'Previous row', 'k', '↑', handle => handle.step(-1, false)),
    inList('extend-down', 'Select down to the next row', 'J', 'Shift+↓', handle => handle.step(1, true)),
    inList('extend-up', 'Select up to the previous row', 'K', 'Shift+↑', handle => handle.step(-1, true)),
    inList('select', 'Select the row, or not', 'x', 'Space', handle => handle.toggle()),
    inList('open', 'Open the case group', 'o', 'Enter', handle => handle.open()),
    inList('first', 'First row', 'Home', '', handle => handle.edge('first', false)),
    inList('last', 'Last row', 'End', '', handle => handle.edge('last', false)),
    inList('select-all', 'Select all', 'Ctrl+A', '', handle => handle.selectAll()),
    inList('focus-list', 'Go into the list', 'Escape', '', handle => handle.focus()),
  ]
}

function useSetting(desk: Desk): readonly Action[] {
  const dispatch = useDeskDispatch()
  const { singleKeys } = useDeskState(state => state.settings)
  const signOut = useSignOut()
  const changeHub = useChangeHub()
  return useMemo(() => {
    const act = (
      id: string,
      name: string,
      keys: readonly string[],
      run: () => void,
      fullName?: string,
    ): Action => ({
      id,
      name,
      fullName,
      keys,
      section: 'Desk',
      whyNot: null,
      run,
    })
    return [
      act('why', 'Why here: go to the explanation', ['w'], () => focusOn('pane')),
      act('ninos', 'Show or hide the NINOs in the right pane', ['#'], () => dispatch(ninosToggled())),
      act('search', 'Search', ['/'], () => focusOn('search')),
      act(
        'views',
        'Save or change views',
        ['v'],
        () => dispatch(panelOpened({ kind: 'views' })),
        'Save, change or remove a view',
      ),
      act('palette', 'Everything by name', ['Ctrl+K'], () => dispatch(overlayOpened('palette'))),
      act('keys', 'All keys', ['?'], () => dispatch(overlayOpened('keys'))),
      act('refresh', 'Ask the hub for news', [], () => desk.refresh()),
      act('light', 'Light colours', [], () => dispatch(themeChosen('light'))),
      act('dark', 'Dark colours', [], () => dispatch(themeChosen('dark'))),
      act('system', 'Colours as the system has them', [], () => dispatch(themeChosen('system'))),
      act('single-keys', singleKeys ? 'Switch single keys off' : 'Switch single keys on', [], () =>
        dispatch(singleKeysSwitched(!singleKeys)),
      ),
      act('about', 'About this desk', [], () => dispatch(overlayOpened('about'))),
      ...(changeHub ? [act('hub', 'Change the hub', [], changeHub)] : []),
      act('sign-out', 'Sign out', [], signOut),
    ]
  }, [dispatch, desk, singleKeys, signOut, changeHub])
}

const focusOn = (id: string) => document.getElementById(id)?.focus()
