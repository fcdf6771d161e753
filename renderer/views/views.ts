import type { Readings } from '../../shared/queries/readings.ts'
import type { ViewId } from './list/list-view.ts'

export interface DeskView {
  readonly id: ViewId
  readonly name: string
  /** After `g`. */
  readonly key: string
  /** Null: nothing in it is counted. */
  readonly count: ((readings: Readings, needsYou: number) => number) | null
  /** Worth a stronger colour when there is any. */
  readonly alarming: boolean
}

/** Every view, in the order of the left rail. */
export const deskViews: readonly DeskView[] = [
  { id: 'orphans', name: 'Orphans', key: 'o', count: ({ orphans }) => orphans.length, alarming: true },
  { id: 'locks', name: 'Locks', key: 'l', count: ({ locks }) => locks.length, alarming: false },
  { id: 'queue', name: 'Queue', key: 'q', count: ({ queue }) => queue.length, alarming: false },
  {
    id: 'requests',
    name: 'Service requests',
    key: 's',
    count: ({ requests }) => requests.length,
    alarming: false,
  },
  { id: 'returns', name: 'Returns', key: 'r', count: ({ returns }) => returns.length, alarming: false },
  {
    id: 'team',
    name: 'My team',
    key: 't',
    count: ({ loads }) => loads.filter(({ standing }) => standing === 'works-here').length,
    alarming: false,
  },
  { id: 'case-groups', name: 'Case groups', key: 'c', count: ({ groups }) => groups.length, alarming: false },
  { id: 'segment-map', name: 'Segment map', key: 'm', count: null, alarming: false },
  { id: 'needs-you', name: 'Needs you', key: 'n', count: (_, needsYou) => needsYou, alarming: true },
]
