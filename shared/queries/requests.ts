import { type CaseGroup, isLive, type Post, type ServiceRequest } from '../domain/case-group.ts'
import { isOpenRequest } from '../domain/open-work.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { orphaningOf, requestOrphaningOf } from '../domain/orphan.ts'
import { isNews } from '../domain/request-here.ts'
import { requestPlaceOf } from '../domain/request-place.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { urgencyOf } from './due.ts'
import { type Changes, rowsAfter } from './rows-after.ts'
import { isOfTeam, isOverseen, type Viewpoint } from './viewpoint.ts'

/** How the list is divided, what comes first first. */
export const requestSections = ['news', 'overdue', 'this-week', 'later', 'undated', 'post'] as const
export type RequestSection = (typeof requestSections)[number]

/** A service request that is somebody's work, or an item of post. */
export interface RequestRow {
  readonly group: CaseGroup
  /** Null: it is an item of post. */
  readonly request: ServiceRequest | null
  readonly post: Post | null
  readonly section: RequestSection
}

/**
 * The work that hangs on service requests: of a team's or segment's members, whoever's case group it is on (SR-5), and
 * what waits in the queue of a specialist segment. Whoever oversees nobody has his own, with the post of his groups and the
 * answers of specialists, which are news to the case owner (SR-7); whoever does has those that nobody else deals with today.
 * Orphaned ones are in the list of orphans.
 */
export function requestsAfter(
  rows: readonly RequestRow[],
  changes: Changes,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly RequestRow[] {
  return rowsAfter(rows, changes, group => requestRowsOf(group, view, index, today), firstFirst)
}

/** What of a group is in the list. */
export function requestRowsOf(
  group: CaseGroup,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): readonly RequestRow[] {
  if (!isLive(group)) return []
  const found: RequestRow[] = []
  const owns = group.holder === view.staff.number && orphaningOf(group, index) === null
  const dealsWith = owns || isLeftToOverseer(group, view, index, today)
  for (const request of group.serviceRequests) {
    if (dealsWith && isNews(request)) found.push({ group, request, post: null, section: 'news' })
    else if (isOpenRequest(request) && isHis(request, group, view, index))
      found.push({ group, request, post: null, section: sectionOf(request, today) })
  }
  if (!dealsWith) return found
  const open = group.post.filter(({ status }) => status === 'Open')
  return [...found, ...open.map(post => ({ group, request: null, post, section: 'post' as const }))]
}

// In a queue, of an orphan, or of a holder who is away: the leader of its team or the manager sees to it (TEAM-2, LOCK-11).
function isLeftToOverseer(
  group: CaseGroup,
  view: Viewpoint,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  if (view.kind === 'person' || !hasForOwner(group) || !isOverseen(group, view)) return false
  if (group.holder === null || orphaningOf(group, index) !== null) return true
  return absenceOf(group.holder, index, today) !== undefined
}

// What is the case owner's to deal with.
const hasForOwner = ({ post, serviceRequests }: CaseGroup) => post.length > 0 || serviceRequests.some(isNews)

function isHis(
  request: ServiceRequest,
  group: CaseGroup,
  view: Viewpoint,
  index: OrganisationIndex,
): boolean {
  if (request.holder === null && request.kind === 'case-owning') return false
  if (requestOrphaningOf(request, group, index)) return false
  if (view.kind === 'person') return request.holder === view.staff.number
  const { team, segment } = requestPlaceOf(request, group, index)
  if (view.kind === 'segment') return segment === view.segment.name
  return team === null ? segment === view.segment.name : isOfTeam(team, view)
}

function sectionOf({ dueOn }: ServiceRequest, today: PlainDate): RequestSection {
  return dueOn === null ? 'undated' : urgencyOf(dueOn, today)
}

const places = new Map(requestSections.map((section, place) => [section, place]))
const placeOf = ({ section }: RequestRow) => places.get(section) ?? 0
const dateOf = ({ request, post }: RequestRow) => request?.dueOn ?? post?.receivedOn ?? '9999'
const numberOf = ({ request, post }: RequestRow) => request?.number ?? post?.number ?? ''

const firstFirst = (a: RequestRow, b: RequestRow) =>
  placeOf(a) - placeOf(b) || compare(dateOf(a), dateOf(b)) || compare(numberOf(a), numberOf(b))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Case-owning work that somebody else has than the holder of its group (SR-1). */
export function isAstray({ kind, status, holder }: ServiceRequest, group: CaseGroup): boolean {
  return kind === 'case-owning' && status !== 'Closed' && holder !== null && holder !== group.holder
}

/** Activities done, of how many; null: not started, so that there is no plan yet. */
export function progressOf({
  activities,
  status,
}: ServiceRequest): readonly [done: number, all: number] | null {
  if (status === 'Not Started') return null
  return [activities.filter(activity => activity.status === 'Done').length, activities.length]
}
