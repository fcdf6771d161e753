import type { Advice, AdviceRequest } from '../../shared/domain/advice.ts'
import { isAdviceCertain } from '../../shared/domain/advice-due.ts'
import { sectionOf } from '../../shared/queries/deadlines.ts'
import { loadAggregates } from '../store/load-aggregates.ts'
import { liveCaseGroups } from './live-case-groups.ts'
import type { ReportContext, ReportRow } from './report.ts'
import { wasThere } from './was-there.ts'

/** What Advice and Guidance was asked by then, about cases and about none, and how that stands; none of its words (ADV-1). */
export async function* adviceReport(context: ReportContext): AsyncGenerator<ReportRow> {
  for await (const group of liveCaseGroups(context)) {
    for (const { number, here, holder } of group.serviceRequests) {
      if (!here?.advice || !wasThere(here.advice.askedAt, context)) continue
      yield { masterCaseNumber: group.id, request: number, holder, ...standing(here.advice, context) }
    }
  }
  const aggregates = await loadAggregates(context.tx)
  const general = aggregates.filter((each): each is AdviceRequest => each.kind === 'advice-request')
  for (const { id, advice } of general) {
    if (!wasThere(advice.askedAt, context)) continue
    yield { masterCaseNumber: null, request: id, holder: null, ...standing(advice, context) }
  }
}

function standing(advice: Advice, context: ReportContext): ReportRow {
  const { now, index } = context
  const { urgent, askedBy, askedAt, division, dueOn, dueAt } = advice
  const answer = advice.answer && wasThere(advice.answer.at, context) ? advice.answer : null
  return {
    urgent,
    askedBy,
    askedAt,
    division,
    dueOn,
    dueAt,
    certain: isAdviceCertain(advice, index.calendar),
    state: answer ? (answer.unanswerable ? 'unanswerable' : 'answered') : sectionOf(advice, now),
    answeredBy: answer?.by ?? null,
    answeredAt: answer?.at ?? null,
  }
}
