import { type Instant, londonDate, type PlainDate } from '../../shared/domain/time.ts'
import type { ReportContext } from './report.ts'

/** Whether something had begun by the moment asked for. Of now everything has: the clock of who asks may be behind the hub's. */
export function wasThere(began: Instant | PlainDate, { asOf }: Pick<ReportContext, 'asOf'>): boolean {
  if (asOf === null) return true
  return began.length === 10 ? began <= londonDate(asOf) : Date.parse(began) <= Date.parse(asOf)
}
