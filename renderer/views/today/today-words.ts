import { mayReview } from '../../../shared/queries/clocks.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { otherClockKinds } from '../../../shared/queries/today-due.ts'
import type { TodayLine, TodayLineId, TodaySection } from '../../../shared/queries/today-line.ts'
import { toCorrect } from '../data-exceptions/exception-facets.ts'
import type { ViewId } from '../list/list-view.ts'
import { viewsFor } from '../views.ts'
import { nothingFor } from './nothing-words.ts'

interface LineWords {
  /** `3 service requests are overdue`. */
  readonly some: (count: number) => string
  /** Said to somebody who oversees nobody. */
  readonly own?: (count: number) => string
  /** What its reader may do besides, where he may with all of them. */
  readonly more?: { readonly where: typeof mayReview; readonly words: string }
  /** The list that has them. */
  readonly list: ViewId
  /** Where the first is not on somebody's desk. */
  readonly orList?: ViewId
  /** The filters that show them there; without one, the list is narrowed to them. */
  readonly only?: string
}

const are = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'is' : 'are'} ${rest}`
const were = (count: number, noun: string, rest: string) =>
  `${counted(count, noun)} ${count === 1 ? 'was' : 'were'} ${rest}`

const lineWords: Readonly<Record<TodayLineId, LineWords>> = {
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
      `${counted(count, 'incident')} to decide: consultations, referrals, back from Advice and Guidance`,
    own: count => `${counted(count, 'incident')} back from Advice and Guidance, yours to decide`,
    list: 'incidents',
    only: 'turn.decide',
  },
  'incidents-to-go-on': {
    some: count => `${counted(count, 'incident waits', 'incidents wait')} for your next step`,
    list: 'incidents',
    only: 'turn.go-on',
  },
  'retries-unseen': {
    some: count =>
      `${counted(count, 'incident')} with retries handed to somebody who is not sent the case group: allocate it there, or hand them on`,
    list: 'incidents',
    only: 'aac.retries-unseen',
  },
  'requests-answered': {
    some: count => `${counted(count, 'service request')} answered by a specialist, for you to carry on`,
    list: 'requests',
    only: 'due.news',
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
  'locks-after-incident': {
    some: count =>
      `${counted(count, 'lock stays', 'locks stay')} on though the incident with AAC is over: to be cleared`,
    more: { where: mayReview, words: ', or kept with a reason' },
    list: 'locks',
  },
  'reviews-due': {
    some: count => are(count, 'lock', 'to be reviewed now'),
    list: 'locks',
  },
  'reviews-this-week': {
    some: count => are(count, 'lock', 'to be reviewed within seven days'),
    list: 'locks',
  },
  'post-to-do': {
    some: count => `${counted(count, 'item')} of post to be dealt with`,
    list: 'requests',
    only: 'kind.post',
  },
  'advice-to-answer': {
    some: count => `${counted(count, 'question')} about no case for Advice and Guidance to answer`,
    list: 'advice',
    only: 'state.to-answer',
  },
  'advice-answered': {
    some: count => `${counted(count, 'question')} to Advice and Guidance answered or sent back`,
    list: 'advice',
    only: 'state.news state.unanswerable',
  },
  'recoveries-chased': {
    some: count => `${counted(count, 'recovery request')} chased by the team`,
    list: 'recovery',
  },
  'recoveries-new': {
    some: count => are(count, 'recovery request', 'new, to be acknowledged'),
    list: 'recovery',
  },
  'recoveries-acknowledged': {
    some: count => are(count, 'recovery request', 'in hand, to be recovered or refused'),
    list: 'recovery',
  },
  'recoveries-answered': {
    some: count => `${counted(count, 'orphan')} answered by local IT, still to be assigned or returned`,
    list: 'recovery',
  },
  'recoveries-to-manage': {
    some: count =>
      `${counted(count, 'recovery request')} without an end for five working days: yours to ask about`,
    list: 'recovery',
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
  'teams-unled': {
    some: count =>
      count === 1
        ? '1 team has nobody who may lead it today: its leader’s work is yours'
        : `${numberWords(count)} teams have nobody who may lead them today: their leaders’ work is yours`,
    list: 'teams',
  },
  'groups-to-move': {
    some: count => `${counted(count, 'case group belongs', 'case groups belong')} to another segment`,
    list: 'allocation-drift',
  },
  'drift-to-settle': {
    some: count => `${counted(count, 'case group')} changed in CMS2012 otherwise than here: to be settled`,
    list: 'differences',
    only: 'kind.drift',
  },
  'moved-here-while-locked': {
    some: count =>
      `${counted(count, 'case group')} moved here by CMS2012 while locked: on record until that lock ends`,
    list: 'differences',
    only: 'kind.moved-while-locked',
  },
  'changes-to-carry': {
    some: count => `${counted(count, 'case group')} changed here: to be carried into CMS2012`,
    list: 'differences',
    only: 'kind.to-carry',
  },
  'exceptions-to-correct': {
    some: count => `${counted(count, 'data exception')} to be put right in CMS2012`,
    list: 'data-exceptions',
    only: toCorrect,
  },
  bounced: {
    some: count =>
      `${counted(count, 'returned case group is', 'returned case groups are')} back with the team`,
    own: count => `${counted(count, 'case group')} with you that the team had returned`,
    list: 'case-groups',
  },
  'groups-given': {
    some: count => were(count, 'case group', 'given to you'),
    list: 'case-groups',
  },
  'requests-given': {
    some: count => `${counted(count, 'case group')} with a service request given to you`,
    list: 'requests',
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
    orList: 'requests',
  },
  'requests-assigned': {
    some: count => `${counted(count, 'case group')} with a service request assigned`,
    list: 'case-groups',
    orList: 'requests',
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
  'incidents-of-no-case': {
    some: count => `${counted(count, 'incident')} about no case with a new step`,
    list: 'incidents',
    only: 'aac.no-case',
  },
  'new-in-queue': {
    some: count => are(count, 'case group', 'new in the queue'),
    list: 'queue',
  },
  'recoveries-asked': {
    some: count => were(count, 'recovery request', 'asked for'),
    list: 'recovery',
  },
  'recoveries-ended': {
    some: count =>
      `${counted(count, 'recovery request needs', 'recovery requests need')} nothing of you any more`,
    list: 'recovery',
  },
}

/** Which list has what a line is about, and by which filters; null: none that is on this desk. */
export function lineOn({ id }: TodayLine, readings: Readings): { list: ViewId; only?: string } | null {
  const { list: first, orList, only } = lineWords[id]
  const views = new Set(viewsFor(readings).map(view => view.id))
  const list = [first, orList].find(each => each !== undefined && views.has(each))
  return list === undefined ? null : { list, ...(only !== undefined && { only }) }
}

export const sectionTitles: Readonly<Record<TodaySection, string>> = {
  'needs-you': 'Needs you',
  due: 'Due',
  bounced: 'Bounced back within 28 days',
  changed: 'Changed by others since you last looked',
}

export function wordsOf({ id, section, count, mentions }: TodayLine, readings: Readings): string {
  if (count === 0) return nothingFor(readings)[section] ?? ''
  const { some, own = some, more } = lineWords[id]
  const words = readings.view.kind === 'person' ? own(count) : some(count)
  return more && mentions.every(({ group }) => more.where(readings, group)) ? `${words}${more.words}` : words
}

/** What is worth a line: what there is, and of a section without anything that it has nothing. */
export function worthSaying(lines: readonly TodayLine[], readings: Readings): readonly TodayLine[] {
  const said = new Set(lines.filter(({ count }) => count > 0).map(({ section }) => section))
  return lines.filter(({ section, count }) => {
    if (count > 0) return true
    if (said.has(section)) return false
    said.add(section)
    return nothingFor(readings)[section] !== undefined
  })
}
