import { z } from 'zod'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import { type IncidentId, incidentId, masterCaseNumber } from '../domain/ids.ts'
import type { Incident } from '../domain/incident.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { type DocumentKey, readsGroup, type Snapshot } from './command.ts'
import { words } from './envelope.ts'

/** Which incident: one of a case group, or, without one, of no case at all. */
export const incidentArgs = z.strictObject({
  masterCaseNumber: masterCaseNumber.nullable(),
  incident: incidentId,
})
export type IncidentArgs = z.output<typeof incidentArgs>

/** What a person writes at length, and what is a name or a number. */
export const longText = words.trim().min(1).max(4000)
export const shortText = words.trim().min(1).max(200)

/** The document that an incident is in. */
export type Subject = CaseGroup | OwnIncident

export const readsIncident = ({ masterCaseNumber: group, incident }: IncidentArgs): readonly DocumentKey[] =>
  group === null
    ? [
        ['incident', incident],
        ['organisation', 'organisation'],
      ]
    : readsGroup({ masterCaseNumber: group })

export function subjectOf({ masterCaseNumber: group, incident }: IncidentArgs, before: Snapshot) {
  return group === null ? before.aggregate('incident', incident) : before.caseGroup(group)
}

export const incidentsOf = (subject: Subject): readonly Incident[] =>
  subject.kind === 'case-group' ? subject.incidents : [subject.incident]

export const incidentIn = (subject: Subject | undefined, id: IncidentId): Incident | undefined =>
  subject && incidentsOf(subject).find(incident => incident.id === id)

/** The document with one of its incidents as it is now. */
export function withIncident(subject: Subject, changed: Incident): Subject {
  if (subject.kind === 'incident') return { ...subject, incident: changed }
  const incidents = subject.incidents.map(each => (each.id === changed.id ? changed : each))
  return { ...subject, incidents }
}

/** A closed group is held by nobody any more (ALLOC-13). */
export const holderOf = (subject: Subject) =>
  subject.kind === 'case-group' && isLive(subject) ? subject.holder : null
