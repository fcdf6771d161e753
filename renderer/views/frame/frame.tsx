import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { Desk } from '../../desk/desk.ts'
import { useExporting } from '../../export/use-exporting.ts'
import type { GridHandle } from '../../grid/grid.tsx'
import { ActionsContext } from '../../keyboard/action.ts'
import { GridHandleContext } from '../../keyboard/grid-handle.ts'
import { useApplicationMenu } from '../../keyboard/use-application-menu.ts'
import { useDeskActions } from '../../keyboard/use-desk-actions.ts'
import { useKeyBindings } from '../../keyboard/use-key-bindings.ts'
import { Paper } from '../../print/paper.tsx'
import { usePrinting } from '../../print/use-printing.ts'
import { viewLeft } from '../../store/list.ts'
import { panelClosed } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useNotices } from '../deadlines/use-notices.ts'
import { ReadingsContext, useDesk } from '../desk-context.ts'
import { FILL_IN } from '../incidents/use-missing-actions.ts'
import { countsOf } from '../needs-you/entry-counts.ts'
import { toList } from '../to-list.ts'
import { useDeskReadings } from '../use-desk-readings.ts'
import { useIdleValue } from '../use-idle-value.ts'
import { useLooked } from '../use-looked.ts'
import { useRevision } from '../use-replica.ts'
import { useWarmSearch } from '../use-warm-search.ts'
import { viewsFor } from '../views.ts'
import { About } from './about.tsx'
import { CopiedNote } from './copied-note.tsx'
import { ExportingNote } from './exporting-note.tsx'
import { Header } from './header.tsx'
import { KeysOverlay } from './keys-overlay.tsx'
import { Loading } from './loading.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { RefusedNote } from './refused-note.tsx'
import { Strip } from './strip.tsx'
import { TroubleNote } from './trouble-note.tsx'

const none: readonly CaseGroup[] = []

/** Header, rail, the view and the strip: what is there on every page of the desk. */
export function Frame() {
  const desk = useDesk()
  const readings = useDeskReadings(desk)
  const grid = useRef<GridHandle>(null)
  const printing = usePrinting(desk, grid)
  const listExport = useExporting(grid)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  // Until all has come once, nothing is made of it that the next page makes anew.
  const isWhole = useDeskState(state => state.connection.asOf !== null)
  const whole = isWhole ? readings : undefined
  const viewName = (readings ? viewsFor(readings) : []).find(({ id }) => path === `/${id}`)?.name ?? 'List'
  const actions = useDeskActions(desk, readings, grid, listExport, printing)
  const { singleKeys } = useDeskState(state => state.settings)
  const overlay = useDeskState(state => state.panel.overlay)
  const refused = useKeyBindings(actions, singleKeys, overlay !== null)
  useApplicationMenu(actions)
  useFreshView()
  useLooked(desk)
  useNotices(desk, useIdleValue(whole) ?? undefined)
  useWarmSearch(whole?.caseload.groups ?? none)
  return (
    <ActionsContext value={actions}>
      <GridHandleContext value={grid}>
        <div className="desk">
          <button type="button" className="skip" onClick={() => toList(grid)}>
            Skip to the list
          </button>
          <Header readings={readings} />
          <Rail readings={readings} counted={whole} needsYou={useNeedsYou(desk)} />
          {readings ? (
            <ReadingsContext value={readings}>
              <Outlet />
              {printing.subject && <Paper subject={printing.subject} view={viewName} />}
            </ReadingsContext>
          ) : (
            <Loading />
          )}
          <RefusedNote action={refused} />
          <TroubleNote />
          <CopiedNote />
          <ExportingNote onCancel={listExport.cancel} />
          <Strip readings={readings} />
        </div>
        {overlay === 'palette' && <Palette />}
        {overlay === 'missing' && <Palette begun={FILL_IN} />}
        {overlay === 'keys' && <KeysOverlay />}
        {overlay === 'about' && <About readings={readings} />}
      </GridHandleContext>
    </ActionsContext>
  )
}

function useNeedsYou({ replica }: Desk): number {
  useRevision(replica, 'outbox')
  return countsOf(replica.outbox()).refused
}

/** Another list: nothing of the last one is selected, and nothing half done lies beside it. */
function useFreshView(): void {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const dispatch = useDeskDispatch()
  const listed = useRef(path)
  useEffect(() => {
    // The opened case group belongs to the list it was opened from.
    if (path === '/case-group' || path === listed.current) return
    listed.current = path
    dispatch(viewLeft())
    dispatch(panelClosed())
  }, [path, dispatch])
}
