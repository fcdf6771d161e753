import type { Calendar } from './calendar.ts'
import type { Random } from './random.ts'
import type { IncomeSource } from './segments.ts'
import type { Row } from './tables.ts'

type Column = 'judicial_review' | 'phso' | 'ice'

/** The columns that decide a case group's rank, without the markers of its people and cases. */
export type Facts = Pick<
  Row<'case_groups'>,
  | 'stage'
  | 'p2p_issued_on'
  | 'income_source'
  | 'compliant'
  | 'complex'
  | `${Column}_opened_on`
  | `${Column}_closed_on`
  | 'complaint'
  | 'appeal'
>

/** Facts whose highest trigger is this rank (BOM-3); what stands lower may hold as well. */
export function factsOf(rank: number, income: IncomeSource, random: Random, calendar: Calendar): Facts {
  const stage = stageOf(rank, random)
  return {
    stage,
    p2p_issued_on: p2pOf(stage, random, calendar),
    income_source: income === 'none' && random.chance(0.2) ? '' : income,
    compliant: isCompliant(rank, stage, random) ? 'Y' : 'N',
    complex: holds(rank, 7, 0.15, random) ? 'Y' : 'N',
    ...matter('judicial_review', holds(rank, 2, 0.05, random), random, calendar),
    ...matter('phso', holds(rank, 3, 0.1, random), random, calendar),
    ...matter('ice', holds(rank, 4, 0.1, random), random, calendar),
    complaint: complaintOf(rank, random),
    appeal: appealOf(rank, random),
  }
}

/** A group's own trigger holds, a lower one sometimes, a higher one never. */
function holds(rank: number, trigger: number, otherwise: number, random: Random): boolean {
  return rank === trigger || (rank < trigger && random.chance(otherwise))
}

function stageOf(rank: number, random: Random): string {
  if (rank === 12) return 'application'
  if (rank === 8 || rank === 9 || rank === 11) return 'maintenance'
  return random.chance(0.1) ? 'application' : 'maintenance'
}

function isCompliant(rank: number, stage: string, random: Random): boolean {
  if (rank === 8 || rank === 9) return false
  if (stage === 'application') return !random.chance(0.03)
  return rank >= 10 || !random.chance(0.3)
}

function p2pOf(stage: string, random: Random, calendar: Calendar): string {
  if (stage === 'maintenance') return calendar.date(random.int(40, 4_200))
  return random.chance(0.15) ? calendar.date(random.int(1, 30)) : ''
}

function matter<C extends Column>(column: C, open: boolean, random: Random, calendar: Calendar) {
  const past = !open && random.chance(0.004)
  const opened = random.int(open ? 5 : 300, open ? 500 : 1_500)
  const dates = {
    [`${column}_opened_on`]: open || past ? calendar.date(opened) : '',
    [`${column}_closed_on`]: past ? calendar.date(opened - random.int(30, 290)) : '',
  }
  return dates as Record<`${C}_opened_on` | `${C}_closed_on`, string>
}

function complaintOf(rank: number, random: Random): string {
  if (rank === 5 || (rank < 5 && random.chance(0.2))) return 'review'
  if (rank === 8 || rank === 10 || (rank < 8 && random.chance(0.1))) return 'unresolved'
  return random.chance(0.5) ? 'none' : ''
}

function appealOf(rank: number, random: Random): string {
  if (holds(rank, 6, 0.05, random)) return 'accepted'
  if (random.chance(0.008)) return 'lodged'
  return random.chance(0.5) ? 'none' : ''
}
