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
import { LocksPage } from './views/locks/locks-page.tsx'
import { NeedsYouPage } from './views/needs-you/needs-you-page.tsx'
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

const routes = root.addChildren([
  page('/', Start),
  page('/today', TodayPage),
  page('/orphans', OrphansPage),
  page('/locks', LocksPage),
  page('/queue', QueuePage),
  page('/recovery', RecoveryPage),
  page('/requests', RequestsPage),
  page('/incidents', IncidentsPage),
  page('/advice', AdvicePage),
  page('/deadlines', DeadlinesPage),
  page('/returns', ReturnsPage),
  page('/team', TeamPage),
  page('/case-groups', CaseGroupsPage),
  page('/allocation-drift', AllocationDriftPage),
  page('/differences', DifferencesPage),
  page('/data-exceptions', DataExceptionsPage),
  page('/teams', TeamsPage),
  page('/segment-map', SegmentMapPage),
  page('/needs-you', NeedsYouPage),
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
