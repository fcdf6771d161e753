import { counted } from '../../../shared/queries/date-words.ts'
import {
  otherClockKinds,
  type TodayLine,
  type TodayLineId,
  type TodaySection,
} from '../../../shared/queries/today.ts'
import type { ViewId } from '../list/list-view.ts'

interface LineWords {
  /** `3 service requests are overdue`. */
  readonly some: (count: number) => string
  /** The list that has them. */
  readonly list: ViewId
  /** The filters that show them there; without one, the list is narrowed to them. */
  readonly only?: string
}

const are = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'is' : 'are'} ${rest}`
const were = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'was' : 'were'} ${rest}`

export const lineWords: Readonly<Record<TodayLineId, LineWords>> = {
  'needs-you': {
    some: count => `${counted(count, 'change was', 'changes were')} refused by the hub`,
    list: 'needs-you',
  },
  'emails-to-answer': {
    some: count => `${counted(count, 'email')} from AAC to be answered within 24 hours of receipt`,
    list: 'incidents',
    only: 'turn.yours aac.answer',
  },
  'incidents-to-decide': {
    some: count =>
      are(count, 'incident', 'yours to decide: consultations, referrals, what Advice and Guidance answered'),
    list: 'incidents',
    only: 'turn.decide',
  },
  'requests-overdue': {
    some: count => are(count, 'service request', 'overdue'),
    list: 'requests',
    only: 'due.overdue',
  },
  'requests-this-week': {
    some: count => are(count, 'service request', 'due within seven days'),
    list: 'requests',
    only: 'due.this-week',
  },
  'queue-overdue': {
    some: count => `${counted(count, 'case group')} in the queue with work that is overdue`,
    list: 'queue',
  },
  'queue-this-week': {
    some: count => `${counted(count, 'case group')} in the queue with work due within seven days`,
    list: 'queue',
  },
  'orphans-overdue': {
    some: count => `${counted(count, 'orphan')} with a deadline that has passed`,
    list: 'orphans',
  },
  'orphans-this-week': {
    some: count => `${counted(count, 'orphan')} with a deadline within seven days`,
    list: 'orphans',
  },
  'reviews-due': {
    some: count => are(count, 'lock', 'to be reviewed now'),
    list: 'locks',
  },
  'reviews-this-week': {
    some: count => are(count, 'lock', 'to be reviewed within seven days'),
    list: 'locks',
  },
  'other-deadlines': {
    some: count =>
      `${counted(count, 'other deadline has', 'other deadlines have')} passed or fall${count === 1 ? 's' : ''} today: advice, call-backs, checks, recoveries`,
    list: 'deadlines',
    only: [
      ...otherClockKinds.map(kind => `clock.${kind}`),
      ...['critical', 'overdue', 'today'].map(when => `due.${when}`),
    ].join(' '),
  },
  bounced: {
    some: count =>
      `${counted(count, 'returned case group is', 'returned case groups are')} back with the team`,
    list: 'case-groups',
  },
  returned: {
    some: count => were(count, 'case group', 'returned'),
    list: 'case-groups',
  },
  allocated: {
    some: count => were(count, 'case group', 'allocated'),
    list: 'case-groups',
  },
  moved: {
    some: count => `${counted(count, 'case group')} moved here`,
    list: 'case-groups',
  },
  'moved-while-locked': {
    some: count =>
      `${counted(count, 'locked case group was', 'locked case groups were')} moved away by CMS2012`,
    list: 'locks',
  },
  'locks-set': {
    some: count => were(count, 'lock', 'set'),
    list: 'case-groups',
  },
  'locks-kept': {
    some: count => were(count, 'lock', 'reviewed and kept'),
    list: 'case-groups',
  },
  'locks-cleared': {
    some: count => were(count, 'lock', 'cleared or overruled'),
    list: 'case-groups',
  },
  'requests-raised': {
    some: count => `${counted(count, 'case group')} with a service request raised`,
    list: 'case-groups',
  },
  'requests-assigned': {
    some: count => `${counted(count, 'case group')} with a service request assigned`,
    list: 'case-groups',
  },
  'requests-closed': {
    some: count => `${counted(count, 'case group')} with a service request closed`,
    list: 'case-groups',
  },
  'drift-settled': {
    some: count => `${counted(count, 'case group')} with a difference from CMS2012 settled`,
    list: 'case-groups',
  },
  incidents: {
    some: count => `${counted(count, 'case group')} with a step of an incident`,
    list: 'incidents',
  },
  'new-in-queue': {
    some: count => are(count, 'case group', 'new in the queue'),
    list: 'queue',
  },
}

export const sectionTitles: Readonly<Record<TodaySection, string>> = {
  'needs-you': 'Needs you',
  due: 'Due',
  bounced: 'Bounced back within 28 days',
  changed: 'Changed by others since you last looked',
}

/** Said once where a section has nothing; that nothing needs one, the strip says all day. */
const nothing: Readonly<Partial<Record<TodaySection, string>>> = {
  due: 'Nothing is overdue or due today, and no service request or lock review is due within seven days',
  bounced: 'In the last 28 days no case group came back within 28 days of its return',
  changed: 'Nobody else changed anything here',
}

export const wordsOf = ({ id, section, count }: TodayLine): string =>
  count === 0 ? (nothing[section] ?? '') : lineWords[id].some(count)

/** What is worth a line: what there is, and of a section without anything that it has nothing. */
export function worthSaying(lines: readonly TodayLine[]): readonly TodayLine[] {
  const said = new Set(lines.filter(({ count }) => count > 0).map(({ section }) => section))
  return lines.filter(({ section, count }) => {
    if (count > 0) return true
    if (said.has(section)) return false
    said.add(section)
    return nothing[section] !== undefined
  })
}
