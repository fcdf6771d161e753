import type { CaseGroup } from '../domain/case-group.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { maySee, maySeeAggregate } from '../sync/buckets.ts'

/** Whoever raised it, or took over its retries, is away or not allowed to see it any more (INC-18, TEAM-2). */
export function isRaiserGone(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  const answering = answersAac(incident)
  if (absenceOf(answering, index, today)) return true
  return subject.kind === 'case-group'
    ? !maySee(answering, subject, index, today)
    : !maySeeAggregate(answering, subject, index, today)
}
