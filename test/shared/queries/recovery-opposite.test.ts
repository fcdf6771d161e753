import { describe, expect, it } from 'vitest'
import type { RecoveryEndKind, RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import { recoveryOpposite } from '../../../shared/queries/recovery-opposite.ts'
import { acknowledged, aRecovery, FRIDAY } from '../../make/a-recovery.ts'
import { staff } from '../../make/an-organisation.ts'

const chased = [{ by: staff('N1-lead'), at: '2026-11-24T10:00:00Z' }]
const ended = (kind: RecoveryEndKind, by: string) =>
  aRecovery({ end: { kind, by: staff(by), at: FRIDAY, reason: null } })

function opposite(recovery: RecoveryRequest, actor = 'N1-lead'): string {
  const found = recoveryOpposite(recovery, staff(actor))
  return found.kind === 'none' ? found.why : found.name
}

describe('ORPH-4 the opposite of the last thing said about a recovery', () => {
  it('of asking is withdrawing, of withdrawing asking again', () => {
    expect(opposite(aRecovery())).toBe('withdraw-recovery')
    expect(opposite(ended('withdrawn', 'N1-lead'))).toBe('request-recovery')
  })

  it('is none of a chase, nor of what local IT said, and it says why', () => {
    expect(opposite(aRecovery({ chases: chased }))).toContain('A chase is not unmade')
    expect(opposite(aRecovery({ acknowledged }), 'it')).toContain('The teams have the reference')
    for (const kind of ['recovered-by-it', 'refused'] as const)
      expect(opposite(ended(kind, 'it'), 'it')).toContain('What local IT answered is kept')
    expect(opposite(ended('returned', 'N1-lead'))).toContain('undo that in the list where it is now')
  })

  it('is none of what somebody else said last', () => {
    for (const recovery of [aRecovery({ acknowledged: { ...acknowledged, at: '2026-11-21T10:00:00Z' } })])
      expect(opposite(recovery)).toContain('was not done by you')
    expect(opposite(aRecovery(), 'N1-mgr')).toContain('was not done by you')
  })
})
