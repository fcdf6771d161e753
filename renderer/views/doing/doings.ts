import { seenForMove } from '../../../shared/commands/apply-allocation-drift.ts'
import { type Decision, refuse } from '../../../shared/commands/command.ts'
import { type CommandName, commandNamed } from '../../../shared/commands/commands.ts'
import { destinationOf } from '../../../shared/commands/destination.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { seenForSettling } from '../../../shared/commands/settle-drift.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { caseworkersIn } from '../../../shared/queries/team-load.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import type { Doing } from '../../store/panel.ts'
import { type AllocationChoice, queuesOf } from './allocation-choice.ts'
import type { LockTerms } from './lock-terms.ts'
import { allToOurs, type Settling } from './settling.ts'

/** What somebody chose besides the groups. */
export interface Choice {
  readonly clearLock: boolean
  readonly allocation: AllocationChoice | null
  readonly lockTerms: LockTerms | null
  readonly settling: Settling | null
}

export const nothingChosen: Choice = {
  clearLock: false,
  allocation: null,
  lockTerms: null,
  settling: null,
}

/** What of the args of a doing's command is chosen, of all of them. */
type DoingArgs = Partial<LockTerms & AllocationChoice & Settling> & {
  readonly clearLock?: boolean
  readonly keepUntil?: PlainDate
}

/** One thing a person can do to case groups, on top of its command. */
export interface DoingKind {
  readonly id: Doing
  readonly command: CommandName
  readonly key: string
  /** Where two share a key: whether it is this one's, with these groups before the person. */
  readonly answers: (groups: readonly CaseGroup[]) => boolean
  /** `Return 23 case groups`. */
  readonly verb: string
  readonly noun: string
  /** What its user sees of the facts he sets aside. */
  readonly saw: (group: CaseGroup, index: OrganisationIndex) => unknown
  readonly args: (id: MasterCaseNumber, choice: Choice) => unknown
  /** The other way round: what was chosen for it to be asked so. */
  readonly chosenIn: (args: DoingArgs) => Partial<Choice>
  /** Its group goes elsewhere: it is not offered for a row that is no more than a request on it (ORPH-5). */
  readonly moves: boolean
  /** Of several, only these are meant; the others have nothing of the kind. */
  readonly concerns: (group: CaseGroup) => boolean
  /** Said when there is none it could be done to. */
  readonly nothing: string
  /** What its reason answers, where it always needs one. */
  readonly question: string | null
}

const isUnlocked = ({ lock }: CaseGroup) => lock === null

export const allDoings: readonly DoingKind[] = [
  {
    id: 'return',
    command: 'return-to-segment',
    key: 'r',
    answers: () => true,
    verb: 'Return',
    noun: 'case group',
    saw: seenForReturn,
    args: (masterCaseNumber, { clearLock }) => ({ masterCaseNumber, clearLock }),
    chosenIn: ({ clearLock = false }) => ({ clearLock }),
    moves: true,
    concerns: () => true,
    nothing: 'Choose a case group first.',
    question: null,
  },
  {
    id: 'clear-lock',
    command: 'clear-lock',
    key: 'u',
    answers: () => true,
    verb: 'Clear',
    noun: 'lock',
    // A group without a lock is answered by the command itself.
    saw: (group, index) => ({
      since: group.lock?.since ?? index.organisation.takenAt,
      renewals: group.lock?.reviews.length ?? 0,
      destination: destinationOf(group, index).segment,
    }),
    args: masterCaseNumber => ({ masterCaseNumber }),
    chosenIn: () => ({}),
    moves: false,
    concerns: group => !isUnlocked(group),
    nothing: 'None of them is locked.',
    question: null,
  },
  {
    id: 'set-lock',
    command: 'set-lock',
    key: 'l',
    answers: groups => groups.length === 0 || groups.some(isUnlocked),
    verb: 'Lock',
    noun: 'case group',
    saw: ({ segment }) => ({ segment }),
    args: (masterCaseNumber, { lockTerms }) => ({ masterCaseNumber, ...lockTerms }),
    chosenIn: ({ category = null, reviewOn }) => (reviewOn ? { lockTerms: { category, reviewOn } } : {}),
    moves: false,
    concerns: isUnlocked,
    nothing: 'All of them are locked.',
    question: 'How do the clients benefit?',
  },
  {
    id: 'keep-lock',
    command: 'keep-lock',
    key: 'l',
    answers: groups => groups.length > 0 && !groups.some(isUnlocked),
    verb: 'Keep',
    noun: 'lock',
    // A group without a lock is answered by the command itself.
    saw: ({ lock }, index) => ({
      since: lock?.since ?? index.organisation.takenAt,
      renewals: lock?.reviews.length ?? 0,
    }),
    args: (masterCaseNumber, { lockTerms }) => ({
      masterCaseNumber,
      keepUntil: lockTerms?.reviewOn,
      category: lockTerms?.category ?? null,
    }),
    chosenIn: ({ category = null, keepUntil: reviewOn }) =>
      reviewOn ? { lockTerms: { category, reviewOn } } : {},
    moves: false,
    concerns: group => !isUnlocked(group),
    nothing: 'None of them is locked.',
    question: 'Why is it kept: how do the clients still benefit?',
  },
  {
    id: 'allocate',
    command: 'allocate-case-group',
    key: 'a',
    answers: () => true,
    verb: 'Allocate',
    noun: 'case group',
    saw: ({ team, holder }) => ({ team, holder }),
    args: (masterCaseNumber, { allocation }) => ({ masterCaseNumber, ...allocation }),
    chosenIn: ({ team, holder = null }) => (team ? { allocation: { team, holder } } : {}),
    moves: true,
    concerns: () => true,
    nothing: 'Choose a case group first.',
    question: null,
  },
  {
    id: 'apply-drift',
    command: 'apply-allocation-drift',
    key: 'p',
    answers: () => true,
    verb: 'Move',
    noun: 'case group',
    saw: seenForMove,
    args: masterCaseNumber => ({ masterCaseNumber }),
    chosenIn: () => ({}),
    moves: true,
    concerns: () => true,
    nothing: 'Choose a case group first.',
    question: null,
  },
  {
    id: 'settle-drift',
    command: 'settle-drift',
    key: 'b',
    answers: () => true,
    verb: 'Settle',
    noun: 'difference',
    saw: group => seenForSettling(group),
    args: (masterCaseNumber, { settling }) => ({ masterCaseNumber, ...settling }),
    chosenIn: ({ take, fields }) => (take && fields ? { settling: { take, fields } } : {}),
    moves: false,
    concerns: ({ differences }) => differences.some(({ drifts }) => drifts),
    nothing: 'None of them has drift to settle.',
    question: null,
  },
]

export function doingOf(id: Doing): DoingKind {
  const found = allDoings.find(doing => doing.id === id)
  if (!found) throw new Error(`Nobody does ${id}.`)
  return found
}

/** `Return to segment`; with several selected `Return 23 case groups`. */
export function actionName(doing: DoingKind, selected: number): string {
  if (selected === 0) return commandNamed(doing.command)?.label ?? doing.verb
  return `${doing.verb} ${counted(selected, doing.noun)}`
}

export function requestOf(
  doing: DoingKind,
  id: MasterCaseNumber,
  saw: unknown,
  choice: Choice,
): CommandRequest {
  return { name: doing.command, args: doing.args(id, choice), saw }
}

// Whether it could be done at all is asked as if a reason were given: the form asks for the real one.
export const SOME_REASON = 'A reason to be given'

/** Asked of the command itself, for one group; for several, the preview says it of each. */
export function whyNotDo(
  doing: DoingKind,
  groups: readonly MasterCaseNumber[],
  desk: Desk,
  readings: Readings | undefined,
): string | null {
  const [id, ...others] = groups
  if (!readings || id === undefined) return doing.nothing
  if (others.length > 0) return null
  const group = desk.replica.caseGroup(id)
  // The focused row can be a line of Today or of Needs you, which is no group's.
  if (!group) return 'Choose a case group first.'
  const decision = tryOut(doing, group, desk, readings)
  return decision.ok ? null : decision.refusal.reason
}

/** The first way in which it can be done, or else why the last one cannot. */
function tryOut(doing: DoingKind, group: CaseGroup, desk: Desk, readings: Readings): Decision {
  const saw = doing.saw(group, readings.index)
  let decision = refuse('not-possible', 'There is nobody to allocate it to.')
  for (const choice of choicesOf(doing, group, readings)) {
    decision = desk.preview(requestOf(doing, group.id, saw, choice), SOME_REASON)
    if (decision.ok) return decision
  }
  return decision
}

// A lock can come off in the same action (RTS-4); whom to allocate to and the terms of a lock are chosen later.
function choicesOf(doing: DoingKind, group: CaseGroup, readings: Readings): readonly Choice[] {
  const lockTerms = { category: 'other-client-benefit', reviewOn: readings.today } as const
  if (doing.id !== 'allocate')
    return [{ clearLock: group.lock !== null, allocation: null, lockTerms, settling: allToOurs }]
  const allocations: readonly AllocationChoice[] = [
    ...caseworkersIn(readings.view, readings.index).flatMap(({ team, number }) =>
      team === null ? [] : [{ team, holder: number }],
    ),
    ...queuesOf(readings).map(team => ({ team, holder: null })),
  ]
  return allocations.map(allocation => ({ ...nothingChosen, allocation }))
}
