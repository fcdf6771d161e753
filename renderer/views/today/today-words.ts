import { counted } from '../../../shared/queries/date-words.ts'
import type { TodayLineId, TodaySection } from '../../../shared/queries/today.ts'
import type { ViewId } from '../list/list-view.ts'

interface LineWords {
  /** `3 service requests are overdue`; said with none too: `No service request is overdue`. */
  readonly some: (count: number) => string
  readonly none: string
  /** The list that has them. */
  readonly list: ViewId
  /** The filter that shows them there; without one, the list is narrowed to them. */
  readonly only?: string
}

const are = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'is' : 'are'} ${rest}`
const were = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'was' : 'were'} ${rest}`

export const lineWords: Readonly<Record<TodayLineId, LineWords>> = {
  'needs-you': {
    some: count => `${counted(count, 'change was', 'changes were')} refused by the hub`,
    none: 'No change of yours was refused',
    list: 'needs-you',
  },
  'requests-overdue': {
    some: count => are(count, 'service request', 'overdue'),
    none: 'No service request is overdue',
    list: 'requests',
    only: 'due.overdue',
  },
  'requests-this-week': {
    some: count => are(count, 'service request', 'due within seven days'),
    none: 'No service request is due within seven days',
    list: 'requests',
    only: 'due.this-week',
  },
  'orphans-overdue': {
    some: count => `${counted(count, 'orphan')} with a deadline that has passed`,
    none: 'No orphan has a deadline that has passed',
    list: 'orphans',
  },
  'reviews-due': {
    some: count => are(count, 'lock', 'to be reviewed now'),
    none: 'No lock is to be reviewed now',
    list: 'locks',
  },
  'reviews-this-week': {
    some: count => are(count, 'lock', 'to be reviewed within seven days'),
    none: 'No lock is to be reviewed within seven days',
    list: 'locks',
  },
  bounced: {
    some: count =>
      `${counted(count, 'returned case group is', 'returned case groups are')} back with the team`,
    none: 'No case group that was returned in the last 28 days is back',
    list: 'case-groups',
  },
  returned: {
    some: count => were(count, 'case group', 'returned'),
    none: 'Nobody else returned a case group',
    list: 'case-groups',
  },
  allocated: {
    some: count => were(count, 'case group', 'allocated'),
    none: 'Nobody else allocated a case group',
    list: 'case-groups',
  },
  moved: {
    some: count => `${counted(count, 'case group')} moved here`,
    none: 'No case group moved here',
    list: 'case-groups',
  },
  'moved-while-locked': {
    some: count =>
      `${counted(count, 'locked case group was', 'locked case groups were')} moved away by CMS2012`,
    none: 'CMS2012 moved no locked case group away',
    list: 'locks',
  },
  'locks-set': {
    some: count => were(count, 'lock', 'set'),
    none: 'Nobody else set a lock',
    list: 'case-groups',
  },
  'locks-kept': {
    some: count => were(count, 'lock', 'reviewed and kept'),
    none: 'Nobody else kept a lock',
    list: 'case-groups',
  },
  'locks-cleared': {
    some: count => were(count, 'lock', 'cleared or overruled'),
    none: 'Nobody else cleared a lock',
    list: 'case-groups',
  },
  'requests-raised': {
    some: count => `${counted(count, 'case group')} with a service request raised`,
    none: 'Nobody else raised a service request',
    list: 'case-groups',
  },
  'requests-assigned': {
    some: count => `${counted(count, 'case group')} with a service request assigned`,
    none: 'Nobody else assigned a service request',
    list: 'case-groups',
  },
  'requests-closed': {
    some: count => `${counted(count, 'case group')} with a service request closed`,
    none: 'Nobody else closed a service request',
    list: 'case-groups',
  },
  'drift-settled': {
    some: count => `${counted(count, 'case group')} with a difference from CMS2012 settled`,
    none: 'Nobody else settled a difference',
    list: 'case-groups',
  },
  incidents: {
    some: count => `${counted(count, 'case group')} with a step of an incident`,
    none: 'Nobody else took a step of an incident',
    list: 'case-groups',
  },
  'new-in-queue': {
    some: count => are(count, 'case group', 'new in the queue'),
    none: 'Nothing new is in the queue',
    list: 'queue',
  },
}

export const wordsOf = (id: TodayLineId, count: number): string =>
  count === 0 ? lineWords[id].none : lineWords[id].some(count)

export const sectionTitles: Readonly<Record<TodaySection, string>> = {
  'needs-you': 'Needs you',
  due: 'Due',
  bounced: 'Bounced back within 28 days',
  changed: 'Changed by others since you last looked',
}
