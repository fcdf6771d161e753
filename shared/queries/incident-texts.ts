import type { CaseGroup } from '../domain/case-group.ts'
import type { DetailFault } from '../domain/detail-faults.ts'
import type { Incident, IncidentEntry } from '../domain/incident.ts'
import { type DetailField, employmentDetails, incidentDetails } from '../domain/incident-details.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { londonDate } from '../domain/time.ts'
import { longDate } from './date-words.ts'
import { actorWords } from './history-words.ts'
import { factsText } from './incident-fact-words.ts'
import { detailTitle, employmentWords, problemWords, stepDone } from './incident-field-words.ts'
import { nameOf } from './incident-prefill.ts'

/** What AAC asks, one line after the other, with the answer or that there is none yet (INC-6). */
export interface ScriptLine {
  readonly field: DetailField
  readonly asked: string
  readonly answer: string | null
  /** What the record has by now instead; null: the same. */
  readonly behind: string | null
}

/** What to say to AAC, in the order in which it asks (INC-6). */
export function callScript(
  { details, employment }: Pick<Incident, 'details' | 'employment'>,
  behind: readonly DetailFault[],
): readonly ScriptLine[] {
  const fields: readonly DetailField[] =
    employment === 'none' ? incidentDetails : [...incidentDetails, ...employmentDetails]
  return fields.map(field => ({
    field,
    asked: detailTitle(field),
    answer: details[field]?.trim() || null,
    behind: behind.find(each => each.field === field)?.words ?? null,
  }))
}

/** The same as a text, with what is wrong at its end. */
export function callScriptText(incident: Incident, behind: readonly DetailFault[]): string {
  const lines = callScript(incident, behind).map(
    ({ asked, answer, behind: now }) =>
      `${asked}: ${answer ?? 'not known yet'}${now === null ? '' : ` (${now})`}`,
  )
  return [...lines, `What is wrong: ${incident.description}`].join('\n')
}

/** What the note in CMS2012 says so far, and the referral: INC-4's seven, then what came of it (INC-5, INC-8, INC-9). */
export function noteText(incident: Incident, group: CaseGroup | null, index: OrganisationIndex): string {
  return [
    ...documentation(incident, group),
    ...incident.history
      .filter(({ step }) => step !== 'raise-incident')
      .map(entry => incidentNoteLine(entry, index)),
  ].join('\n')
}

function documentation(incident: Incident, group: CaseGroup | null): readonly string[] {
  const { details, description, actionsTaken } = incident
  const known = (field: DetailField) => details[field]?.trim() || 'not known yet'
  return [
    `Case/SR number: ${known('caseNumber')} / ${known('serviceRequest')}`,
    `Client: ${clientNamed(incident, group)}`,
    `SCIN: ${known('scin')}`,
    `Description and last actions before it: ${description}`,
    `Date raised: ${known('dateRaised')}`,
    `Procedure: ${known('procedure')}, step ${known('procedureStep')}`,
    `Actions taken to resolve it: ${actionsTaken ?? 'not written down yet'}`,
  ]
}

// Whose SCIN it is: AAC is not told the name of one and the number of another (INC-4).
function clientNamed({ details }: Incident, group: CaseGroup | null): string {
  const client = group?.people.find(({ scin }) => scin === details.scin?.trim())
  return client ? nameOf(client) : (group?.title ?? (details.payingParent?.trim() || 'not known yet'))
}

// What the documentation says already.
const asked: ReadonlySet<string> = new Set([
  'actionsTaken',
  'description',
  ...incidentDetails,
  ...employmentDetails,
])

/** What the note says of one thing that happened. */
export function incidentNoteLine(entry: IncidentEntry, index: OrganisationIndex): string {
  const { at, issuedAt, actor, facts } = entry
  const said = Object.fromEntries(Object.entries(facts).filter(([fact]) => !asked.has(fact)))
  const who = `${longDate(londonDate(issuedAt ?? at))}, ${actorWords(actor, index)}`
  return `${who}: ${stepDone(entry)}. ${factsText(said, index)}`.trim()
}

/** The referral as an email to the team leader: in the desk it replaces that (INC-4). */
export function referralEmail(incident: Incident, group: CaseGroup | null): string {
  const { system, problem, employment, details } = incident
  return [
    `Subject: Referral for authorisation to escalate to AAC, ${details.serviceRequest ?? details.caseNumber ?? 'no case'}`,
    '',
    `System: ${system}. ${problemWords[problem]}.`,
    ...documentation(incident, group),
    `Error message: ${details.errorMessage?.trim() || 'not known yet'}`,
    ...(employment === 'none' ? [] : [`Employment information: ${employmentWords[employment]}`]),
  ].join('\n')
}
