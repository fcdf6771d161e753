import type { Organisation } from '../../shared/domain/organisation.ts'
import { organisationLeft } from './a-recovery.ts'
import { aMember } from './an-organisation.ts'

const people = {
  holder: 'N1-1',
  raiser: 'N1-1',
  leader: 'N1-lead',
  deputy: 'N2-lead',
  manager: 'N1-mgr',
  'another manager': 'N1-mgr-2',
  specialist: 'DNA-1',
  'specialist leader': 'DNA-lead',
  'specialist manager': 'DNA-mgr',
  'local IT': 'it',
  'another of local IT': 'it-2',
} as const
export type Asker = keyof typeof people

/** Who that is; where the holder is gone his team leader does what is to be done. */
export const personAs = (asker: Asker, isLost: boolean): string =>
  people[asker === 'holder' && isLost ? 'leader' : asker]

/** The people above, whose segment has two managers, whose team a third caseworker and whose local IT is two. */
export const organisationOfAskers = (): Organisation =>
  organisationLeft([
    aMember('N1-mgr-2', 'N1', { roles: ['segment-manager'] }),
    aMember('N1-3', 'N1'),
    aMember('it-2', null, { roles: ['local-it'] }),
  ])

/** Who asks a command. */
export interface Askers {
  /** Where nobody was before him. */
  readonly first: Asker
  /** Where somebody was: those who do it with such a group. */
  readonly second: readonly [Asker, Asker]
}

export const owners: Askers = { first: 'leader', second: ['holder', 'manager'] }
export const leaders: Askers = { first: 'leader', second: ['leader', 'manager'] }
/** An incident is the segment manager's only in a leader's place (INC-5, TEAM-3). */
export const incidentOwners: Askers = { first: 'leader', second: ['holder', 'deputy'] }
export const incidentLeaders: Askers = { first: 'leader', second: ['leader', 'deputy'] }
export const managers: Askers = { first: 'manager', second: ['manager', 'another manager'] }
export const specialists: Askers = {
  first: 'specialist leader',
  second: ['specialist', 'specialist manager'],
}
export const raisers: Askers = { first: 'raiser', second: ['raiser', 'leader'] }
export const localIt: Askers = { first: 'local IT', second: ['local IT', 'another of local IT'] }
