import { adviceRows, adviceToDo } from '../../shared/queries/advice-rows.ts'
import { countToDoBy } from '../../shared/queries/clocks.ts'
import { type DeskPart, deskPartsOf } from '../../shared/queries/desk-part.ts'
import { toBePutRight } from '../../shared/queries/exceptions.ts'
import { incidentsToDo } from '../../shared/queries/incidents.ts'
import type { Readings } from '../../shared/queries/readings.ts'
import { recoveriesToDo } from '../../shared/queries/recoveries.ts'
import { isLocalItDesk } from '../../shared/queries/viewpoint.ts'
import type { ViewId } from './list/list-view.ts'

export interface DeskView {
  readonly id: ViewId
  readonly name: string
  /** Where one sees only what is one's own. */
  readonly ownName?: string
  /** After `g`. */
  readonly key: string
  /** Whose desk it is on: nobody has a view that is always empty for him. */
  readonly for: readonly DeskPart[] | 'everybody'
  /** Null: nothing in it is counted, or not out of the lists. */
  readonly count: ((readings: Readings) => number) | null
  /** Worth a stronger colour when there is any. */
  readonly alarming: boolean
}

const overseers: readonly DeskPart[] = ['team-leader', 'segment-manager']
const owners: readonly DeskPart[] = [...overseers, 'caseworker']
const allOverseers: readonly DeskPart[] = [...overseers, 'specialists-leader', 'specialists-manager']
const workers: readonly DeskPart[] = [...allOverseers, 'caseworker', 'specialist']

/** Every view, in the order of the left rail. */
const deskViews: readonly DeskView[] = [
  { id: 'today', name: 'Today', key: 't', for: 'everybody', count: null, alarming: false },
  {
    id: 'orphans',
    name: 'Orphans',
    key: 'o',
    for: allOverseers,
    count: ({ orphans }) => orphans.length,
    alarming: true,
  },
  {
    id: 'recovery',
    name: 'Recovery',
    key: 'y',
    for: [...allOverseers, 'local-it'],
    count: ({ recoveries, view }) => recoveriesToDo(recoveries, isLocalItDesk(view)),
    alarming: true,
  },
  {
    id: 'locks',
    name: 'Locks',
    ownName: 'My locks',
    key: 'l',
    for: owners,
    count: ({ locks }) => locks.length,
    alarming: false,
  },
  {
    id: 'queue',
    name: 'Queue',
    key: 'q',
    for: overseers,
    count: ({ queue }) => queue.length,
    alarming: false,
  },
  {
    id: 'requests',
    name: 'Service requests',
    ownName: 'My service requests',
    key: 's',
    for: workers,
    count: ({ requests }) => requests.length,
    alarming: false,
  },
  {
    id: 'incidents',
    name: 'Incidents',
    ownName: 'My incidents',
    key: 'i',
    // Anybody may raise one (INC-15).
    for: 'everybody',
    count: ({ incidents }) => incidentsToDo(incidents),
    alarming: false,
  },
  {
    id: 'advice',
    name: 'Advice',
    key: 'a',
    for: workers,
    count: readings => adviceToDo(adviceRows(readings)),
    alarming: false,
  },
  {
    id: 'deadlines',
    name: 'Deadlines',
    ownName: 'My deadlines',
    key: 'e',
    for: workers,
    count: readings => countToDoBy(readings, readings.today),
    alarming: true,
  },
  {
    id: 'returns',
    name: 'Returns',
    ownName: 'To return',
    key: 'r',
    for: owners,
    count: ({ returns }) => returns.length,
    alarming: false,
  },
  {
    id: 'team',
    name: 'My team',
    key: 'p',
    for: allOverseers,
    count: ({ loads }) => loads.filter(({ standing }) => standing === 'works-here').length,
    alarming: false,
  },
  {
    id: 'teams',
    name: 'Teams side by side',
    key: 'w',
    for: ['segment-manager'],
    count: null,
    alarming: false,
  },
  {
    id: 'case-groups',
    name: 'Case groups',
    ownName: 'My case groups',
    key: 'c',
    for: owners,
    count: ({ groups }) => groups.length,
    alarming: false,
  },
  {
    id: 'allocation-drift',
    name: 'Allocation drift',
    key: 'd',
    for: ['segment-manager'],
    count: ({ misplaced }) => misplaced.filter(({ heldByLock }) => !heldByLock).length,
    alarming: false,
  },
  {
    id: 'differences',
    name: 'Differences',
    key: 'f',
    for: ['segment-manager'],
    count: ({ differences }) => differences.filter(({ kind }) => kind !== 'to-carry').length,
    alarming: false,
  },
  {
    id: 'data-exceptions',
    name: 'Data exceptions',
    key: 'x',
    for: ['segment-manager', 'service-management'],
    count: ({ exceptions }) => toBePutRight(exceptions).length,
    alarming: false,
  },
  {
    id: 'segment-map',
    name: 'Segment map',
    key: 'm',
    // The model is service management's to change (BOM-5).
    for: [...workers, 'service-management'],
    count: null,
    alarming: false,
  },
  {
    id: 'needs-you',
    name: 'Needs you',
    key: 'n',
    for: 'everybody',
    count: null,
    alarming: true,
  },
]

/** On a desk of one's own, one's own work comes first. */
const ownOrder: readonly ViewId[] = [
  'today',
  'case-groups',
  'requests',
  'recovery',
  'data-exceptions',
  'incidents',
  'deadlines',
  'advice',
  'returns',
  'locks',
]

/** The views of a person's desk; with several roles, those of all of them (ACC-1). */
export function viewsFor({ view, index }: Pick<Readings, 'view' | 'index'>): readonly DeskView[] {
  const parts = deskPartsOf(view.staff, index)
  const his = deskViews.filter(
    ({ for: whose }) => whose === 'everybody' || parts.some(part => whose.includes(part)),
  )
  if (view.kind !== 'person') return his
  const own = his.map(each => ({ ...each, name: each.ownName ?? each.name }))
  return [
    ...ownOrder.flatMap(id => own.find(each => each.id === id) ?? []),
    ...own.filter(({ id }) => !ownOrder.includes(id)),
  ]
}

/** The view that one starts with: Today where one oversees others, else the list of what one has oneself. */
export function startOf(readings: Pick<Readings, 'view' | 'index'>): DeskView | undefined {
  const views = viewsFor(readings)
  return readings.view.kind === 'person' ? views.find(({ id }) => id !== 'today') : views[0]
}

/** What a view is called, also where it is not on one's desk. */
export const nameOfView = (id: ViewId): string | undefined => deskViews.find(view => view.id === id)?.name
