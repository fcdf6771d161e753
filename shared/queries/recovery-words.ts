import type { OrganisationIndex } from '../domain/organisation-index.ts'
import { managersFrom } from '../domain/recovery-dates.ts'
import type { RecoveryEndKind, RecoveryRequest } from '../domain/recovery-request.ts'
import type { CountedDay } from '../domain/working-days.ts'
import { counted, longDate } from './date-words.ts'
import { staffName } from './names.ts'
import type { RecoveryRow, RecoverySection } from './recoveries.ts'

const endWords: Readonly<Record<RecoveryEndKind, string>> = {
  'recovered-by-it': 'Recovered by IT',
  assigned: 'Assigned in the desk',
  returned: 'Returned in the desk',
  refused: 'Refused by IT',
  withdrawn: 'Withdrawn',
  closed: 'Closed, nothing to recover',
}

/** What it stands at, for a column. */
export function recoveryStateWords({ recovery, section }: RecoveryRow): string {
  const { acknowledged, end } = recovery
  if (end) return endWords[end.kind]
  if (section === 'managers') return 'Open for 5 working days'
  if (section === 'chase') return 'Due to chase'
  // Local IT reads it as what it has to do.
  if (section === 'new' || section === 'chased' || section === 'acknowledged')
    return acknowledged ? `In hand: ${acknowledged.reference}` : 'To be acknowledged'
  if (acknowledged) return `IT has it: ${acknowledged.reference}`
  return 'Not acknowledged yet'
}

/** The same in a word or two, for a list of other things. */
export function recoveryShortWords({ recovery, section }: RecoveryRow): string {
  const { acknowledged, end } = recovery
  if (end) return shortEnds[end.kind]
  if (section === 'managers') return '5 days'
  if (section === 'chase') return 'Chase IT'
  return acknowledged ? 'With IT' : 'Asked IT'
}

const shortEnds: Readonly<Record<RecoveryEndKind, string>> = {
  'recovered-by-it': 'Recovered',
  assigned: 'Assigned',
  returned: 'Returned',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
}

/** No more of the incident than this (INC-18). One that has ended says what was so then. */
export function recoveryIncidentWords({ incidentOpen, end }: RecoveryRequest): string {
  if (!incidentOpen) return end ? 'none was open' : 'none is open'
  return end ? 'was open' : 'open'
}

export function recoveryTone({ section }: RecoveryRow): 'alarm' | 'warn' | 'calm' {
  const tones: Readonly<Partial<Record<RecoverySection, 'alarm' | 'warn'>>> = {
    managers: 'alarm',
    chased: 'alarm',
    chase: 'warn',
    answered: 'warn',
    new: 'warn',
  }
  return tones[section] ?? 'calm'
}

/** What comes next, in one sentence. */
export function recoveryNextWords(
  { recovery, section, chaseOn }: RecoveryRow,
  index: OrganisationIndex,
): string {
  const { end } = recovery
  if (end?.kind === 'refused')
    return section === 'answered'
      ? 'It is still lost: assign or return it here, or ask again.'
      : 'Local IT refused.'
  if (end?.kind === 'recovered-by-it')
    return section === 'answered'
      ? 'Local IT brought it back in CMS2012: assign it to somebody or return it.'
      : 'Local IT brought it back in CMS2012.'
  if (end) return `${endWords[end.kind]}. It has ended.`
  switch (section) {
    case 'chase':
      return `Due to be chased since ${dayWords(chaseOn)}.`
    case 'managers':
      return `Open for five working days on ${dayWords(managersFrom(recovery, index))}: the segment manager has it, too.`
    case 'chased':
      return `The team has chased it ${recovery.chases.length === 1 ? 'once' : counted(recovery.chases.length, 'time')}.`
    case 'new':
      return 'Acknowledge it with your reference.'
    case 'acknowledged':
      return 'Say when it is recovered in CMS2012, or refuse it with a reason.'
    default:
      return `It can be chased from ${dayWords(chaseOn)}.`
  }
}

function dayWords({ on, certain }: CountedDay): string {
  return certain ? longDate(on) : `${longDate(on)} (not counting bank holidays that are not known yet)`
}

/** What happened to it, oldest first. */
export function recoveryHistory(
  recovery: RecoveryRequest,
  index: OrganisationIndex,
): readonly { readonly at: string; readonly words: string }[] {
  const { requestedAt, requestedBy, acknowledged, chases, end } = recovery
  const by = (number: Parameters<typeof staffName>[0]) => staffName(number, index)
  const steps = [
    { at: requestedAt, words: `${by(requestedBy)} asked local IT` },
    ...(acknowledged
      ? [
          {
            at: acknowledged.at,
            words: `${by(acknowledged.by)} acknowledged it as ${acknowledged.reference}`,
          },
        ]
      : []),
    ...chases.map(chase => ({ at: chase.at, words: `${by(chase.by)} chased it` })),
    ...(end
      ? [
          {
            at: end.at,
            words: `${endWords[end.kind]}${end.by === null ? ', says an extract' : `: ${by(end.by)}`}`,
          },
        ]
      : []),
  ]
  return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
