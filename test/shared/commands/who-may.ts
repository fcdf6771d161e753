import type { CommandName } from '../../../shared/commands/commands.ts'
import type { Aggregate } from '../../../shared/domain/aggregate.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import type { SavedView, SavedViewId } from '../../../shared/domain/saved-view.ts'
import { nominatedIt, organisationLeft } from '../../make/a-recovery.ts'
import { aDeputyship, anAbsence, aRota } from '../../make/a-rota.ts'
import { aGeneralRequest, aQuestion } from '../../make/an-advice-request.ts'
import { aMember, staff, team } from '../../make/an-organisation.ts'

export const index = indexOrganisation(
  organisationLeft([
    nominatedIt,
    aMember('SCR-new', 'SCR', { roles: ['team-leader'] }),
    aMember('service', null, { roles: ['service-management'] }),
    aMember('closure', 'N1', { roles: ['closure-manager'] }),
  ]),
)
export const people = [...index.staff.keys()].filter(person => !person.startsWith('E1'))

export const records = ['held', 'queue', 'orphan', 'scr', 'closed'] as const
export type RecordName = (typeof records)[number]
type People = Readonly<Record<RecordName, string>>

// Who may what, by record, written by hand from the rules, not taken from what the code does. The records: held by N1-1 with
// requests of DNA-1; in the queue of Maintenance North; left behind by N1-gone; sensitive and held by SCR-1, with its
// specialist's requests at SCR-2 (ALLOC-12); closed, of team N1.

/** Whoever sees the group (ACC-2, ACC-3, TEAM-1, ORPH-2, ALLOC-13). */
export const seers: People = {
  held: 'N1-1 N1-lead N1-mgr DNA-1 DNA-lead DNA-mgr',
  queue: 'N1-lead N2-lead N1-mgr DNA-1 DNA-lead DNA-mgr',
  orphan: 'N1-lead N1-mgr DNA-1 DNA-lead DNA-mgr',
  scr: 'SCR-1 SCR-2 SCR-lead SCR-mgr',
  closed: 'N1-lead N1-mgr',
}
/** The holder, the leader of its team, the segment manager (RTS-1, RTS-2, RTS-6, LOCK-9, SR-1). */
const holderOrLeader: People = {
  held: 'N1-1 N1-lead N1-mgr',
  queue: 'N1-mgr',
  orphan: 'N1-lead N1-mgr',
  scr: 'SCR-1 SCR-lead SCR-mgr',
  closed: 'N1-lead N1-mgr',
}
/** The same, and in the queue every leader of its segment (TEAM-1, SR-5, INC-18). */
const holderOrAnyLeader: People = { ...holderOrLeader, queue: 'N1-lead N2-lead N1-mgr' }
/** Never its holder (INC-5, INC-16, ORPH-2). */
const anyLeader: People = { ...holderOrAnyLeader, held: 'N1-lead N1-mgr', scr: 'SCR-lead SCR-mgr' }
/** Whoever leads the team to which it is given, N1 or SCR; another's leader it is not to give to (TEAM-1). */
const allocators: People = { ...anyLeader, queue: 'N1-lead N1-mgr' }
/** The lock's setter, N1-1, never (LOCK-8, LOCK-11, INC-16). */
const reviewers: People = { ...anyLeader, queue: 'N1-mgr' }
/** Who leads the team; the manager only in the place of a leader who is away, and in the queue (INC-5, TEAM-1, TEAM-3). */
const leader: People = {
  held: 'N1-lead',
  queue: 'N1-lead N2-lead N1-mgr',
  orphan: 'N1-lead',
  scr: 'SCR-lead',
  closed: 'N1-lead',
}
const raiserOrLeader: People = { ...leader, held: 'N1-1 N1-lead', scr: 'SCR-1 SCR-lead' }
/** Whoever raised it, N1-1; where he does not see it (any more), its holder and whoever leads (INC-18). */
const raiser: People = { ...raiserOrLeader, held: 'N1-1' }
/** The manager of its segment alone (IMP-6). */
const manager: People = {
  held: 'N1-mgr',
  queue: 'N1-mgr',
  orphan: 'N1-mgr',
  scr: 'SCR-mgr',
  closed: 'N1-mgr',
}
/** Who holds the specialist's request, his leader and manager; not the owner of the group, who reads it (SR-1, SR-5, ADV-1). */
const specialist: People = {
  held: 'DNA-1 DNA-lead DNA-mgr',
  queue: 'DNA-1 DNA-lead DNA-mgr',
  orphan: 'DNA-1 DNA-lead DNA-mgr',
  scr: 'SCR-2 SCR-lead SCR-mgr',
  closed: '',
}
const specialistLeader: People = {
  held: 'DNA-lead DNA-mgr',
  queue: 'DNA-lead DNA-mgr',
  orphan: 'DNA-lead DNA-mgr',
  scr: 'SCR-lead SCR-mgr',
  closed: '',
}
/** Whoever sees a recovery request, local IT too (ORPH-4); of the group itself they see nothing. */
export const recoverySeers: People = {
  held: 'N1-lead N1-mgr it it-scr',
  queue: 'N1-lead N2-lead N1-mgr it it-scr',
  orphan: 'N1-lead N1-mgr it it-scr',
  scr: 'SCR-lead SCR-mgr it-scr',
  closed: 'N1-lead N1-mgr it it-scr',
}
/** Local IT; in SCR a nominated one (ORPH-4). */
const localIt: People = {
  held: 'it it-scr',
  queue: 'it it-scr',
  orphan: 'it it-scr',
  scr: 'it-scr',
  closed: 'it it-scr',
}

/** A command that is on no case group, on one record of its own kind. */
export interface Own {
  readonly args: object
  readonly saw?: object
  readonly there: readonly Aggregate[]
  readonly may: string
}

const view: SavedView = {
  kind: 'saved-view',
  id: '00000000-0000-7000-8000-00000000abcd' as SavedViewId,
  owner: staff('N1-lead'),
  team: team('N1'),
  name: 'Overdue',
  list: 'requests',
  settings: { only: ['due.overdue'], sort: null, hidden: [] },
  removed: false,
}
const viewArgs = { view: view.id, name: 'Overdue', list: 'requests', settings: view.settings, team: 'N1' }
const advice = aGeneralRequest()
const [from, to] = ['2026-12-01', '2026-12-04']
const absent = aRota('N1', { absences: [anAbsence('N1-1', from, to)] })
const deputised = aRota('N1', { deputyships: [aDeputyship('N1-lead', 'N2-lead', from, to)] })
const inATeam = people.filter(person => !/^it|^service|-gone$/.test(person)).join(' ')
// What needs no role does not ask for access: without it nobody gets through the hub’s door (push.test.ts).
export const isGone = (person: string) => person.endsWith('-gone')

/** Of every command who may: on a case group by the table, the rest by itself. The compiler asks for a new one here. */
export const matrix: Readonly<Record<CommandName, People | Own>> = {
  'acknowledge-recovery': localIt,
  'allocate-case-group': allocators,
  'answer-advice': specialist,
  'answer-email': raiserOrLeader,
  'answer-general-advice': {
    args: { advice: advice.id, answer: 'Yes: PLDMG 4.2.', unanswerable: false },
    there: [advice],
    may: 'DNA-1 DNA-2 DNA-lead DNA-mgr',
  },
  'apply-allocation-drift': manager,
  'arrange-call-back': raiser,
  'ask-advice': holderOrLeader,
  'ask-for-information': leader,
  'ask-general-advice': { args: { advice: advice.id, ...aQuestion }, there: [], may: inATeam },
  'assign-service-request': specialistLeader,
  'authorise-incident': leader,
  'carry-on': holderOrLeader,
  'chase-recovery': anyLeader,
  'check-back': raiserOrLeader,
  'clear-lock': holderOrLeader,
  'close-incident': raiserOrLeader,
  'close-service-request': holderOrAnyLeader,
  'complete-activity': holderOrAnyLeader,
  'complete-details': raiserOrLeader,
  'complete-post': holderOrLeader,
  'confirm-recovery': localIt,
  'create-service-request': holderOrLeader,
  'direct-referral': leader,
  'end-absence': {
    args: { team: 'N1', staff: 'N1-1', from },
    saw: { until: to },
    there: [absent],
    may: 'N1-lead N1-mgr',
  },
  'end-deputyship': {
    args: { team: 'N1', leader: 'N1-lead', from },
    saw: { deputy: 'N2-lead' },
    there: [deputised],
    may: 'N1-lead N1-mgr',
  },
  'give-information': raiser,
  'hand-over-retries': raiserOrLeader,
  'join-incident': seers,
  'keep-lock': reviewers,
  'mark-absent': {
    args: { team: 'N1', staff: 'N1-1', from, to, replaces: null },
    saw: { until: null },
    there: [],
    may: 'N1-lead N1-mgr',
  },
  'name-deputy': {
    args: { team: 'N1', leader: 'N1-lead', deputy: 'N2-lead', from, to },
    there: [],
    may: 'N1-lead N1-mgr',
  },
  // Whoever sees it (INC-15).
  'raise-incident': seers,
  'raise-with-aac': raiser,
  'receive-email': raiserOrLeader,
  'record-rejection': raiserOrLeader,
  'record-resolution': raiser,
  'refer-incident': raiser,
  'refuse-recovery': localIt,
  'remove-view': { args: { view: view.id }, there: [view], may: 'N1-lead' },
  'reopen-activity': holderOrAnyLeader,
  'request-recovery': anyLeader,
  'resolve-incident': leader,
  'return-from-advice': raiserOrLeader,
  'return-to-segment': holderOrLeader,
  'save-view': { args: viewArgs, there: [view], may: 'N1-lead' },
  'send-back-incident': leader,
  'send-to-advice': leader,
  'set-lock': holderOrLeader,
  'settle-drift': manager,
  'start-service-request': holderOrAnyLeader,
  'withdraw-incident': leader,
  'withdraw-recovery': anyLeader,
}
