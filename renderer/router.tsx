import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
} from '@tanstack/react-router'
import { AdvicePage } from './views/advice/advice-page.tsx'
import { AllocationDriftPage } from './views/allocation-drift/allocation-drift-page.tsx'
import { CaseGroupPage } from './views/case-group/case-group-page.tsx'
import { CaseGroupsPage } from './views/case-groups/case-groups-page.tsx'
import { DataExceptionsPage } from './views/data-exceptions/data-exceptions-page.tsx'
import { DeadlinesPage } from './views/deadlines/deadlines-page.tsx'
import { DifferencesPage } from './views/differences/differences-page.tsx'
import { Failure } from './views/frame/failure.tsx'
import { Frame } from './views/frame/frame.tsx'
import { IncidentsPage } from './views/incidents/incidents-page.tsx'
import { listSearch } from './views/list/list-address.ts'
import type { ViewId } from './views/list/list-view.ts'
import { LocksPage } from './views/locks/locks-page.tsx'
import { NeedsYouPage } from './views/needs-you/needs-you-page.tsx'
import { OnDesk } from './views/on-desk.tsx'
import { OrphansPage } from './views/orphans/orphans-page.tsx'
import { QueuePage } from './views/queue/queue-page.tsx'
import { RecoveryPage } from './views/recovery/recovery-page.tsx'
import { RequestsPage } from './views/requests/requests-page.tsx'
import { ReturnsPage } from './views/returns/returns-page.tsx'
import { SegmentMapPage } from './views/segment-map/segment-map-page.tsx'
import { Start } from './views/start.tsx'
import { TeamPage } from './views/team/team-page.tsx'
import { TeamsPage } from './views/teams/teams-page.tsx'
import { TodayPage } from './views/today/today-page.tsx'

const root = createRootRoute({ component: Frame, validateSearch: search => listSearch.parse(search) })

const page = <const Path extends `/${string}`>(path: Path, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component })

const view = <const Id extends ViewId>(id: Id, View: () => React.ReactNode) =>
  page(`/${id}`, () => (
    <OnDesk id={id}>
      <View />
    </OnDesk>
  ))

const routes = root.addChildren([
  page('/', Start),
  view('today', TodayPage),
  view('orphans', OrphansPage),
  view('locks', LocksPage),
  view('queue', QueuePage),
  view('recovery', RecoveryPage),
  view('requests', RequestsPage),
  view('incidents', IncidentsPage),
  view('advice', AdvicePage),
  view('deadlines', DeadlinesPage),
  view('returns', ReturnsPage),
  view('team', TeamPage),
  view('case-groups', CaseGroupsPage),
  view('allocation-drift', AllocationDriftPage),
  view('differences', DifferencesPage),
  view('data-exceptions', DataExceptionsPage),
  view('teams', TeamsPage),
  view('segment-map', SegmentMapPage),
  view('needs-you', NeedsYouPage),
  page('/case-group', CaseGroupPage),
])

/** The address holds the view, its order and its filters, never a number or a name: Chromium keeps addresses. */
export const createDeskRouter = () =>
  createRouter({
    routeTree: routes,
    history: createHashHistory(),
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: () => <Navigate to="/" />,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>
  }
}
