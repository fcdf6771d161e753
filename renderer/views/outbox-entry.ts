import { understand } from '../../shared/commands/run.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { DecidedField } from '../../shared/domain/difference.ts'
import type { MasterCaseNumber, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import { listWords } from '../../shared/domain/list-words.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { recoveryIdOf } from '../../shared/domain/recovery-request.ts'
import type { SavedViewId } from '../../shared/domain/saved-view.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { longDate } from '../../shared/queries/date-words.ts'
import { fieldWords } from '../../shared/queries/difference-words.ts'
import { staffName, teamName } from '../../shared/queries/names.ts'
import { type Said, saidWith } from '../../shared/queries/said-with.ts'
import type { OutboxEntry, Replica } from '../desk/desk.ts'
import { isAboutAdvice } from './advice-entry.ts'
import { type ItemArgs, itemNumber, itemWords } from './entry-item.ts'
import { isAboutIncident } from './incident-entry.ts'
import { type RotaArgs, rotaWords } from './team/rota-words.ts'

type Args = RotaArgs &
  ItemArgs & {
    readonly clearLock?: boolean
    readonly holder?: StaffNumber | null
    /** Null: a view that is shared with nobody. */
    readonly team?: TeamId | null
    readonly reviewOn?: PlainDate
    readonly keepUntil?: PlainDate
    readonly take?: 'ours' | 'source'
    readonly fields?: readonly DecidedField[]
    readonly type?: string
    readonly background?: string | null
    readonly outcome?: string | null
    readonly view?: SavedViewId
    readonly name?: string
  }

const argsOf = ({ envelope }: OutboxEntry): Args => (understand(envelope)?.args as Args | undefined) ?? {}

/** The case group that a command is about. */
export function groupOfEntry(entry: OutboxEntry): MasterCaseNumber | undefined {
  return argsOf(entry).masterCaseNumber ?? undefined
}

/** What of that group it is about. */
export const itemOfEntry = (entry: OutboxEntry): ItemArgs => argsOf(entry)

const ofALock: ReadonlySet<string> = new Set(['set-lock', 'keep-lock', 'clear-lock'])

/** Whether its lock is what the change is about, or goes with it. */
export const changesLock = (entry: OutboxEntry): boolean =>
  ofALock.has(entry.envelope.name) || argsOf(entry).clearLock === true

/** What a change is about. */
export type About =
  | { readonly kind: 'case-group'; readonly id: MasterCaseNumber }
  | {
      readonly kind: 'rota'
      readonly team: TeamId
      /** Whose absence it is, or else who is stood in for. */
      readonly staff: StaffNumber | null
      readonly leader: StaffNumber | null
    }
  | { readonly kind: 'view'; readonly id: SavedViewId; readonly name: string | undefined }
  /** Of another version of the desk, too: it names nothing. */
  | { readonly kind: 'advice' | 'incident' | 'unknown' }

export function aboutOf(entry: OutboxEntry): About {
  const { name } = entry.envelope
  const { masterCaseNumber, team, staff = null, leader = null, view, name: called } = argsOf(entry)
  if (masterCaseNumber) return { kind: 'case-group', id: masterCaseNumber }
  if (view) return { kind: 'view', id: view, name: called }
  if (isAboutAdvice(entry)) return { kind: 'advice' }
  if (isAboutIncident(name)) return { kind: 'incident' }
  return team ? { kind: 'rota', team, staff, leader } : { kind: 'unknown' }
}

/** That in words; null: it is about a case group, which has a number and a title. */
export function aboutWords(about: About, index: OrganisationIndex, { aggregates }: Replica): string | null {
  switch (about.kind) {
    case 'case-group':
      return null
    case 'rota':
      return teamName(about.team, index)
    case 'view':
      return `View “${about.name ?? aggregates('saved-view').get(about.id)?.name ?? 'without a name'}”`
    case 'advice':
      return 'Advice without a case'
    case 'incident':
      return 'An incident that affects no case'
    case 'unknown':
      return 'Not known to this version of the desk'
    default:
      return assertNever(about)
  }
}

/** Its group is with this person no more, so that he is told nothing of it but that (RTS-8, ACC-3). */
export function isGone(entry: OutboxEntry, { confirmed, aggregates }: Replica): boolean {
  const { masterCaseNumber: id, request = null } = argsOf(entry)
  if (!id || entry.state.kind === 'waiting' || confirmed(id)) return false
  // Local IT holds requests of groups that it never sees (ORPH-4).
  return !aggregates('recovery-request').has(recoveryIdOf(id, request))
}

/** What kind of change it was, and nothing else of it. */
const askedLabel = (entry: OutboxEntry): string =>
  understand(entry.envelope)?.command.label ?? 'Something another version of the desk knows'

/** What kind of change it was, and the number of that which it was about: of a group that left sight nothing else is said (RTS-8). */
export const goneWords = (entry: OutboxEntry): string =>
  withItem(askedLabel(entry), itemNumber(argsOf(entry)))

/** What was asked, in words: `Return to segment`, `Assign: Change of address 10063882 to Claire Webb`. */
export function askedWords(entry: OutboxEntry, index: OrganisationIndex, replica: Replica): string {
  const label = withItem(askedLabel(entry), itemWords(argsOf(entry), replica))
  const { fields = [], holder, team, clearLock, reviewOn, keepUntil, take, type, view, name } = argsOf(entry)
  const onRota = rotaWords(argsOf(entry), index)
  if (onRota !== null) return `${label}: ${onRota}`
  if (keepUntil) return `${label} until ${longDate(keepUntil)}`
  if (reviewOn) return `${label}, to be reviewed on ${longDate(reviewOn)}`
  if (take)
    return `${settledWords(label, fields)}: ${take === 'ours' ? 'what stands here' : 'what CMS2012 has'}`
  if (type) return `${label}: ${type}`
  if (view && name) return `${label}: ${name}${team ? `, shared with ${teamName(team, index)}` : ''}`
  if (holder) return `${label} to ${staffName(holder, index)}`
  if (team) return `${label} to ${teamName(team, index)}`
  return clearLock ? `${label}, clearing its lock` : label
}

const withItem = (label: string, item: string | null) => (item === null ? label : `${label}: ${item}`)

const settledWords = (label: string, fields: readonly DecidedField[]) =>
  fields.length === 0 ? label : `${label} in ${listWords(fields.map(field => fieldWords[field]))}`

/** What was written with work on a service request, besides the reason. */
export function writtenIn(entry: OutboxEntry): string | null {
  if (isAboutIncident(entry.envelope.name) || isAboutAdvice(entry)) return null
  const { background, outcome } = argsOf(entry)
  return background ?? outcome ?? null
}

/** What was written and chosen with a change that is about an incident or advice. */
export function saidIn(entry: OutboxEntry, index: OrganisationIndex): readonly Said[] {
  const { name } = entry.envelope
  return isAboutIncident(name) || isAboutAdvice(entry) ? saidWith(name, argsOf(entry), index) : []
}

/** What lists say on a row with a change that waits: `Return intended`. */
export function intendedWords({ envelope: { name } }: OutboxEntry): string {
  const what = shortNames[name] ?? (isAboutIncident(name) ? 'Step' : 'Change')
  return `${what} intended`
}

const shortNames: Readonly<Record<string, string>> = {
  'return-to-segment': 'Return',
  'clear-lock': 'Unlock',
  'set-lock': 'Lock',
  'keep-lock': 'Review',
  'allocate-case-group': 'Allocation',
  'apply-allocation-drift': 'Move',
  'settle-drift': 'Settling',
  'create-service-request': 'New request',
  'start-service-request': 'Start',
  'close-service-request': 'Closing',
  'assign-service-request': 'Assignment',
  'ask-advice': 'Question',
  'ask-general-advice': 'Question',
  'answer-advice': 'Answer',
  'answer-general-advice': 'Answer',
  'request-recovery': 'Recovery',
  'chase-recovery': 'Chase',
  'withdraw-recovery': 'Withdrawal',
  'acknowledge-recovery': 'Acknowledgement',
  'confirm-recovery': 'Recovered',
  'refuse-recovery': 'Refusal',
  'raise-incident': 'Incident',
}
