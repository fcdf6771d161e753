import type { Document } from '../../shared/commands/command.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import type { MasterCaseNumber, Scin, SegmentName, StaffNumber, TeamId } from '../../shared/domain/ids.ts'
import { aBusyGroup } from '../make/a-busy-group.ts'
import { aLetter, aLock, aPerson, number } from '../make/a-case-group.ts'
import { organisationLeft } from '../make/a-recovery.ts'
import { anIncident } from '../make/an-incident.ts'
import { aMember } from '../make/an-organisation.ts'

/** Words that stand in no other document, and that no request ever says. */
export interface Planted {
  readonly groups: readonly CaseGroup[]
  readonly words: readonly string[]
}

/** Where groups are put, and who holds them. */
type Place = Pick<CaseGroup, 'segment' | 'team' | 'holder' | 'sensitive'>

const north: Place = {
  segment: 'FS_GB_MAINT_NO_MSR' as SegmentName,
  team: 'N1' as TeamId,
  holder: 'N1-1' as StaffNumber,
  sensitive: false,
}
const special: Place = {
  segment: 'FS_GB_CCLNT_SCR' as SegmentName,
  team: 'SCR' as TeamId,
  holder: 'SCR-1' as StaffNumber,
  sensitive: true,
}
const south: Place = {
  segment: 'FS_GB_MAINT_SO_MSR' as SegmentName,
  team: 'S1' as TeamId,
  holder: 'S1-1' as StaffNumber,
  sensitive: false,
}

function plant(first: number, at: Place): Planted {
  const groups = [false, true].map((locked, n) => secret(number(String(first + n)), locked, at))
  return { groups, words: groups.flatMap(({ id }) => wordsOf(id)) }
}

const wordsOf = (id: MasterCaseNumber) => [
  `Nemo${id}son`,
  `Quisq${id}am`,
  `QQ${id.slice(0, 2)}${id.slice(-4)}D`,
  `7719${id}01`,
  `${id} Hidden Row`,
  `whispered${id}`,
  `muttered${id}`,
]

function secret(id: MasterCaseNumber, locked: boolean, at: Place): CaseGroup {
  const [last = '', first = '', nino = '', scin = '', address = '', whispered = '', muttered = ''] =
    wordsOf(id)
  const facts = {
    lastName: last,
    firstName: first,
    nino,
    addressLine1: address,
    nationallySensitive: at.sensitive,
  }
  const busy = aBusyGroup(id, locked, false, locked ? 'with-aac' : 'consulting')
  return {
    ...busy,
    ...at,
    title: `${last}, ${first}`,
    payingParent: scin as Scin,
    people: [aPerson(scin, facts), aPerson(`${scin}9`, facts)],
    post: [aLetter('letter', { subject: whispered })],
    lock: locked ? aLock({ reason: whispered }) : null,
    incidents: [anIncident({ state: locked ? 'with-aac' : 'consulting', description: muttered })],
  }
}

export const inTheNorth = plant(41_000_001, north)
export const nationallySensitive = plant(42_000_001, special)

/** Those that the attackers in the south may well work on. */
export const ofTheirOwn: readonly CaseGroup[] = [false, true].map((locked, n) => ({
  ...aBusyGroup(number(String(43_000_001 + n)), locked, false, locked ? 'with-aac' : 'consulting'),
  ...south,
}))

export const organisation = organisationLeft([
  aMember('SCR-new', 'SCR', { roles: ['team-leader'] }),
  aMember('service', null, { roles: ['service-management'] }),
])

export const documents: readonly Document[] = [
  organisation,
  ...inTheNorth.groups,
  ...nationallySensitive.groups,
  ...ofTheirOwn,
]

export interface Attacker {
  /** Null: who did not sign in. */
  readonly staffNumber: string | null
  /** What may be in no answer to him. */
  readonly forbidden: readonly string[]
  /** Whether the groups in the north are his to work on: what he asks of them he asks of sensitive ones, or they would move. */
  readonly ofTheNorth?: true
}

const everything = [...inTheNorth.words, ...nationallySensitive.words]

/** Whoever sees none of what is planted, by ACC-2, ACC-3 and TEAM-1; the leader in the north none of what is sensitive. */
export const attackers: readonly Attacker[] = [
  ...[
    'S1-lead',
    'S1-1',
    'S1-mgr',
    'N2-1',
    'N2-lead',
    'E1-mgr',
    'DNA-2',
    'it',
    'service',
    'SCR-new',
    null,
  ].map(staffNumber => ({ staffNumber, forbidden: everything })),
  { staffNumber: 'N1-lead', forbidden: nationallySensitive.words, ofTheNorth: true },
]

/** Whom the planted words are sent: they show that what is looked for is there. */
export const insiders = { 'N1-1': inTheNorth.words, 'SCR-1': nationallySensitive.words }
