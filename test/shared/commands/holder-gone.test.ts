import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { whyReadOnly } from '../../../shared/queries/read-only.ts'
import { aCaseGroup, aLetter, aLock } from '../../make/a-case-group.ts'
import { anEnvelope, aReason, decide, outcomeOf } from '../../make/a-command.ts'
import { aSpecialistRequest } from '../../make/a-request-command.ts'
import { aMember, anOrganisation, staff, team } from '../../make/an-organisation.ts'

// He went to the specialists, who gave him a request on the very group that he left: so he still reads it.
const mover = aMember('mover', 'DNA', { movedOn: '2026-10-10', previousTeam: team('N1') })
const organisation = anOrganisation({ staff: [...anOrganisation().staff, mover] })
const index = indexOrganisation(organisation)
const left = aCaseGroup({
  holder: mover.number,
  serviceRequests: [aSpecialistRequest('mover', { createdOn: '2026-11-02' })],
  post: [aLetter('1')],
})
const locked = { ...left, lock: aLock() }
const empty = { ...left, post: [] }

const raised = {
  type: 'Compliance check',
  raisedAgainst: 'pp',
  case: null,
  dueOn: '2026-12-12',
  background: null,
  flipsTo: null,
}
const lockArgs = { category: 'enforcement-action', reviewOn: '2026-12-01' }
const seen = seenForReturn(empty, index)
const clearSaw = { since: aLock().since, destination: left.segment }

describe('LOCK-9, LOCK-11 and ORPH-1 a holder who is gone', () => {
  it.each<[CommandName, object, object, typeof left]>([
    ['set-lock', lockArgs, { segment: left.segment }, left],
    ['clear-lock', {}, clearSaw, locked],
    ['return-to-segment', { clearLock: false }, seen, empty],
    ['complete-post', { post: '1' }, {}, left],
    ['create-service-request', raised, {}, left],
  ])('does not %s', (name, args, saw, group) => {
    const envelope = anEnvelope(name, { masterCaseNumber: group.id, ...args }, saw, aReason)
    expect(outcomeOf(decide(envelope, 'mover', group, organisation))).toMatch(/^not-allowed/)
  })

  it('is told that he only reads it, and why', () => {
    expect(whyReadOnly(staff('mover'), left, index, '2026-11-21')).toMatch(
      /^You can read this case group, not change it: .+ is orphaned: it waits to be allocated again\.$/,
    )
  })

  it('gets no new work: whoever leads the team allocates first (SR-1)', () => {
    const envelope = anEnvelope('create-service-request', { masterCaseNumber: left.id, ...raised }, {}, null)
    expect(outcomeOf(decide(envelope, 'N1-lead', left, organisation))).toBe(
      'not-possible: It is orphaned: allocate it first, so that somebody does the work.',
    )
  })
})
