import { holdsOrDirects } from '../commands/authority.ts'
import { objectionToStep } from '../commands/incident-authority.ts'
import { type CaseGroup, isLive } from '../domain/case-group.ts'
import type { StaffNumber } from '../domain/ids.ts'
import { answersAac, type Incident } from '../domain/incident.ts'
import { waitsForAnotherLeader } from '../domain/incident-approver.ts'
import { type IncidentState, isOpenIncident } from '../domain/incident-steps.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { OwnIncident } from '../domain/own-incident.ts'
import { absenceOf } from '../domain/standing-in.ts'
import type { PlainDate } from '../domain/time.ts'
import { maySee } from '../sync/buckets.ts'
import type { AdviceStanding } from './incident-advice.ts'
import { isRaiserGone } from './raiser-gone.ts'

/** By what is to be done (INC-3 to INC-12). */
export type IncidentSection =
  | 'answer'
  | 'consult'
  | 'decide'
  | 'check'
  | 'close'
  | 'raise'
  | 'inform'
  | 'refer'
  | 'call-back'
  | 'aac'
  | 'ask'
  | 'advice'
  | 'advised'
  | 'check-later'
  | 'ended'

/** Whose turn it is; `approver`: somebody else’s who may authorise, where the leader or the manager raised it himself (INC-16). */
export type Turn = 'leader' | 'approver' | 'raiser' | 'either' | 'aac' | 'advice' | 'nobody'

const turns: Readonly<Record<IncidentSection, Turn>> = {
  answer: 'either',
  consult: 'leader',
  decide: 'leader',
  check: 'either',
  close: 'either',
  raise: 'raiser',
  inform: 'raiser',
  refer: 'raiser',
  'call-back': 'aac',
  aac: 'aac',
  ask: 'raiser',
  advice: 'advice',
  advised: 'either',
  'check-later': 'nobody',
  ended: 'nobody',
}
export const turnOf = (section: IncidentSection): Turn => turns[section]

const sections: Readonly<Record<Exclude<IncidentState, 'check-back' | 'with-advice'>, IncidentSection>> = {
  consulting: 'consult',
  'information-needed': 'inform',
  'to-refer': 'refer',
  'local-action': 'refer',
  referred: 'decide',
  authorised: 'raise',
  rejected: 'raise',
  'with-aac': 'aac',
  escalated: 'aac',
  'call-back': 'call-back',
  'email-to-answer': 'answer',
  solved: 'close',
  closed: 'ended',
  withdrawn: 'ended',
}

export function sectionOf(
  { state, checkBackOn }: Incident,
  standing: AdviceStanding,
  today: PlainDate,
): IncidentSection {
  if (state === 'with-advice') return sectionWithAdvice(standing)
  if (state !== 'check-back') return sections[state]
  return checkBackOn !== null && checkBackOn > today ? 'check-later' : 'check'
}

// Before they were asked it waits for whoever asks, and once they are done for whoever decides (ADV-2).
function sectionWithAdvice({ kind }: AdviceStanding): IncidentSection {
  if (kind === 'to-ask') return 'ask'
  return kind === 'back' ? 'advised' : 'advice'
}

export interface IncidentTurn {
  readonly turn: Turn
  /** Who answers AAC and does what the raiser would; null: only the team leader can (INC-18). */
  readonly answering: StaffNumber | null
}

/** Whose turn it really is: with the raiser gone his holder has the retries, and the team leader everything (INC-18). */
export function turnOfIncident(
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  standing: AdviceStanding,
  index: OrganisationIndex,
  today: PlainDate,
): IncidentTurn {
  const section = sectionOf(incident, standing, today)
  const raiser = answersAac(incident)
  const isGone = isOpenIncident(incident) && isRaiserGone(incident, subject, index, today)
  const answering = isGone ? presentHolder(subject, raiser, index, today) : raiser
  // Whoever raised it, there or away: nobody authorises his own (INC-16).
  if (waitsForAnotherLeader(incident, subject, index)) return { turn: 'approver', answering }
  const turn = section === 'ask' && !mayAsk(answering, subject, index, today) ? 'leader' : turnOf(section)
  if (!isGone) return { turn, answering }
  const isRaisers = turn === 'raiser' || turn === 'either'
  return { turn: isRaisers ? (answering ? 'either' : 'leader') : turn, answering }
}

/** A service request is raised on the group; about no case anybody asks (ADV-1). */
const mayAsk = (
  number: StaffNumber | null,
  subject: CaseGroup | OwnIncident,
  index: OrganisationIndex,
  today: PlainDate,
): boolean =>
  subject.kind === 'incident' || (number !== null && holdsOrDirects(number, subject, index, today))

/**
 * Whether it is the reader's turn: whether the commands would take what is next from him (INC-16, INC-18, RTS-6). Nothing
 * else counts what is his to do, heads it or narrows a list to it.
 */
export function isTurnOf(
  actor: StaffNumber,
  { turn, section }: { readonly turn: Turn; readonly section: IncidentSection },
  incident: Incident,
  subject: CaseGroup | OwnIncident,
  index: OrganisationIndex,
  today: PlainDate,
): boolean {
  if (turn === 'aac' || turn === 'advice' || turn === 'nobody') return false
  const by = section === 'decide' ? 'approver' : turn
  return objectionToStep(by, { actor, incident, subject, index, today }) === undefined
}

function presentHolder(
  subject: CaseGroup | OwnIncident,
  gone: StaffNumber,
  index: OrganisationIndex,
  today: PlainDate,
): StaffNumber | null {
  if (subject.kind === 'incident' || !isLive(subject)) return null
  const { holder } = subject
  if (holder === null || holder === gone || absenceOf(holder, index, today)) return null
  return maySee(holder, subject, index, today) ? holder : null
}
