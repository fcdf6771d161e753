import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { chaseDueOn, managersFrom } from '../domain/recovery-dates.ts'
import type { RecoveryRequest } from '../domain/recovery-request.ts'
import { daysBetween, londonDate, type PlainDate } from '../domain/time.ts'
import type { CountedDay } from '../domain/working-days.ts'
import { requestKeyOf } from './row-key.ts'

/** How the list of those who ask is divided, most urgent first (ORPH-4). */
export const askersSections = ['managers', 'chase', 'answered', 'waiting', 'ended'] as const
/** And that of local IT. */
export const itSections = ['chased', 'new', 'acknowledged', 'ended'] as const

export type RecoverySection = (typeof askersSections)[number] | (typeof itSections)[number]

export interface RecoveryRow {
  readonly recovery: RecoveryRequest
  readonly section: RecoverySection
  /** From when it can be chased, again. */
  readonly chaseOn: CountedDay
  readonly isChaseDue: boolean
}

/** What has ended stays in sight so long. */
const ENDED_DAYS = 28

interface Reading {
  /** Local IT reads it, not who asks. */
  readonly asIt: boolean
  /** Whether what was asked for is still lost, as far as is seen here. */
  readonly isLost: (recovery: RecoveryRequest) => boolean
  readonly index: OrganisationIndex
  readonly today: PlainDate
}

/** Every recovery request a person is sent, by what it needs of him; what ended long ago is left out. */
export function recoveryRows(
  recoveries: Iterable<RecoveryRequest>,
  reading: Reading,
): readonly RecoveryRow[] {
  const order: readonly RecoverySection[] = reading.asIt ? itSections : askersSections
  return [...recoveries]
    .filter(recovery => !isLongOver(recovery, reading))
    .map(recovery => rowOf(recovery, reading))
    .sort(
      (one, other) =>
        order.indexOf(one.section) - order.indexOf(other.section) ||
        compare(one.recovery.requestedAt, other.recovery.requestedAt) ||
        compare(one.recovery.id, other.recovery.id),
    )
}

function isLongOver({ end }: RecoveryRequest, { today }: Reading): boolean {
  return end !== null && daysBetween(londonDate(end.at), today) > ENDED_DAYS
}

function rowOf(recovery: RecoveryRequest, reading: Reading): RecoveryRow {
  const { index, today } = reading
  const chaseOn = chaseDueOn(recovery, index)
  const isChaseDue = recovery.end === null && chaseOn.on <= today
  const section = reading.asIt ? itSectionOf(recovery) : askersSectionOf(recovery, isChaseDue, reading)
  return { recovery, section, chaseOn, isChaseDue }
}

function itSectionOf({ end, chases, acknowledged }: RecoveryRequest): RecoverySection {
  if (end) return 'ended'
  if (chases.length > 0) return 'chased'
  return acknowledged ? 'acknowledged' : 'new'
}

function askersSectionOf(
  recovery: RecoveryRequest,
  isChaseDue: boolean,
  { index, today, isLost }: Reading,
): RecoverySection {
  const { end } = recovery
  if (end) {
    const byIt = end.kind === 'refused' || end.kind === 'recovered-by-it'
    return byIt && isLost(recovery) ? 'answered' : 'ended'
  }
  if (managersFrom(recovery, index).on <= today) return 'managers'
  return isChaseDue ? 'chase' : 'waiting'
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How many need something of whoever reads them. */
export function recoveriesToDo(rows: readonly RecoveryRow[], asIt: boolean): number {
  const quiet: readonly RecoverySection[] = asIt ? ['ended'] : ['waiting', 'ended']
  return rows.filter(({ section }) => !quiet.includes(section)).length
}

/** The row of the list of orphans that it is about; of the case group, where it asks for that. */
export const rowOfRecovery = ({ masterCaseNumber, serviceRequest }: RecoveryRequest): string =>
  serviceRequest === null ? masterCaseNumber : requestKeyOf(serviceRequest.number, masterCaseNumber)
