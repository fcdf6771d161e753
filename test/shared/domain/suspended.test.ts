import { describe, expect, it } from 'vitest'
import { seenForMove } from '../../../shared/commands/apply-allocation-drift.ts'
import { seenForReturn } from '../../../shared/commands/return-to-segment.ts'
import { placementOf } from '../../../shared/domain/allocation.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { indexOrganisation } from '../../../shared/domain/organisation-index.ts'
import { orphaningOf } from '../../../shared/domain/orphan.ts'
import { overrule } from '../../../shared/domain/overrule.ts'
import { bucketsOf } from '../../../shared/sync/buckets.ts'
import { aCaseGroup, aRequest } from '../../make/a-case-group.ts'
import { anEnvelope, decide, NOW, outcomeOf } from '../../make/a-command.ts'
import { organisationLeft } from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'
import { readingsFor } from '../../make/readings.ts'

const organisation = organisationLeft()
const index = indexOrganisation(organisation)

const asked = (name: Parameters<typeof anEnvelope>[0], group: CaseGroup, args: object, saw: object) =>
  outcomeOf(
    decide(anEnvelope(name, { masterCaseNumber: group.id, ...args }, saw), 'N1-mgr', group, organisation),
  )

/** What happens to a group of any status, by the thing that is done to it or read of it. */
const effects: Readonly<Record<string, (status: CaseGroup['status']) => unknown>> = {
  'it would move': status => placementOf(aCaseGroup({ status, compliant: false }), index.bom).wouldMove,
  'it moves': status => {
    const group = aCaseGroup({ status, compliant: false })
    return asked('apply-allocation-drift', group, {}, seenForMove(group, index))
  },
  'it goes to SCR at once': status => overrule(aCaseGroup({ status, sensitive: true }), index, NOW).segment,
  'it is locked': status => {
    const group = aCaseGroup({ status })
    const args = { category: 'enforcement-action', reviewOn: '2026-12-10' }
    return asked('set-lock', group, args, { segment: group.segment })
  },
  'it is returned': status => {
    const group = aCaseGroup({ status })
    return asked('return-to-segment', group, { clearLock: false }, seenForReturn(group, index))
  },
  'it is allocated': status => {
    const group = aCaseGroup({ status })
    const saw = { team: group.team, holder: group.holder }
    return asked('allocate-case-group', group, { team: 'N1', holder: 'N1-2' }, saw)
  },
  'it is orphaned': status => orphaningOf(aCaseGroup({ status, holder: staff('N1-gone') }), index),
  'it is sent to': status =>
    bucketsOf(aCaseGroup({ status, serviceRequests: [aRequest('1', { holder: staff('N1-2') })] }), index),
  'it waits in the queue': status =>
    readingsFor('N1-lead', [aCaseGroup({ status, holder: null })], organisation).queue.length,
  'its work is done': status => {
    const group = aCaseGroup({ status, serviceRequests: [aRequest('1')] })
    return asked('complete-activity', group, { request: '1', sequence: 2 }, {})
  },
}

const withoutStatus = (found: unknown) =>
  JSON.stringify(found).replaceAll(/"status":"(Active|Suspended)"/g, '')

describe('ALLOC-13 a suspended group counts as active, a closed one does not', () => {
  it.each(Object.keys(effects))('%s', name => {
    const effect = effects[name]
    const active = effect?.('Active')
    expect(withoutStatus(effect?.('Suspended'))).toBe(withoutStatus(active))
    expect(withoutStatus(effect?.('Closed'))).not.toBe(withoutStatus(active))
  })
})
