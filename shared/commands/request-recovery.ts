import { z } from 'zod'
import type { CaseGroup } from '../domain/case-group.ts'
import { lostOf, openIncidentOf, recoveryPlaceOf } from '../domain/follow-recovery.ts'
import { type SrNumber, staffNumber } from '../domain/ids.ts'
import { type RecoveredRequest, recoveryIdOf } from '../domain/recovery-request.ts'
import { firstNumberOf, requestNamed } from '../domain/request-named.ts'
import { directsPlace } from './authority.ts'
import { accept, defineCommand, readsGroup, refuse } from './command.ts'
import { recoveryArgs } from './recovery.ts'

/**
 * Asks local IT to bring back an orphan in CMS2012; those asked for at once are one request (ORPH-4). A nationally
 * sensitive one is asked for within Special Client Records only (ACC-3).
 */
export const requestRecovery = defineCommand({
  name: 'request-recovery',
  label: 'Ask IT to recover',
  args: recoveryArgs,
  saw: z.strictObject({ holder: staffNumber }),

  reads: args => [
    ...readsGroup(args),
    ['recovery-request', recoveryIdOf(args.masterCaseNumber, args.request)],
  ],

  teamOf({ masterCaseNumber, request }, before) {
    const group = before.caseGroup(masterCaseNumber)
    return group ? recoveryPlaceOf(group, request, before.organisation()).team : null
  },

  authorise({ masterCaseNumber, request }, before, { actor, today }) {
    const group = before.caseGroup(masterCaseNumber)
    const index = before.organisation()
    if (!group || directsPlace(actor, recoveryPlaceOf(group, request, index), index, today)) return undefined
    return 'Only the leader of the team that misses it and the segment manager can ask.'
  },

  decide({ masterCaseNumber, request }, saw, before, { actor, now, command, batch }) {
    const group = before.caseGroup(masterCaseNumber)
    const index = before.organisation()
    if (!group) return refuse('not-found', 'There is no such case group.')
    const lost = lostOf(group, request, index)
    if (!lost) return refuse('changed', 'It is not orphaned, so there is nothing to recover.')
    if (lost.holder !== saw.holder) return refuse('changed', 'Somebody else has left it since you looked.')
    const asked = request === null ? null : askedFor(group, request)
    const id = recoveryIdOf(masterCaseNumber, asked && (asked.askedAs ?? asked.number))
    const open = before.aggregate('recovery-request', id)
    if (open && !open.end) return refuse('changed', 'IT has been asked for it already.')
    return accept({
      kind: 'recovery-request',
      id,
      masterCaseNumber,
      serviceRequest: asked,
      asked: command,
      together: batch ?? command,
      sensitive: group.sensitive,
      incidentOpen: openIncidentOf(group, request) !== null,
      ...recoveryPlaceOf(group, request, index),
      holder: lost.holder,
      requestedBy: actor,
      requestedAt: now,
      acknowledged: null,
      chases: [],
      end: null,
    })
  },
})

// One request at a time, whichever of its numbers it is asked for by (IMP-6).
function askedFor(group: CaseGroup, request: SrNumber): RecoveredRequest {
  const found = requestNamed(group, request)
  const number = found?.number ?? request
  const first = found ? firstNumberOf(found) : request
  return { number, kind: 'functionally-unique', ...(first === number ? {} : { askedAs: first }) }
}
