import { describe, expect, it } from 'vitest'
import type { CommandName } from '../../../shared/commands/commands.ts'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import {
  acknowledged,
  aRecovery,
  decideIn,
  nominatedIt,
  onRecovery,
  organisationLeft,
  recoveryAfter,
} from '../../make/a-recovery.ts'
import { segment, staff, team } from '../../make/an-organisation.ts'

const at = (day: string): Instant => `2026-11-${day}T09:30:00.000Z`

interface Act {
  readonly more?: object
  readonly reason?: string | null
  readonly now?: Instant
  readonly it?: 'nominated'
}

function done(
  name: CommandName,
  actor: string,
  recovery: RecoveryRequest,
  { more, reason, now, it }: Act = {},
) {
  const organisation = organisationLeft(it ? [nominatedIt] : [])
  const envelope = onRecovery(name, recovery, more, reason ?? null)
  return recoveryAfter(decideIn({ recoveries: [recovery], organisation }, envelope, actor, now))
}

const reference = { more: { reference: 'INC0042' } }
const taken = aRecovery({ acknowledged })

describe('ORPH-4 requested, acknowledged, recovered or refused', () => {
  it('local IT acknowledges with its reference, once', () => {
    expect(done('acknowledge-recovery', 'it', aRecovery(), reference)).toMatchObject({
      acknowledged: { by: 'it', reference: 'INC0042' },
      end: null,
    })
    expect(done('acknowledge-recovery', 'it', taken, reference)).toContain('acknowledged already, as INC0042')
    expect(done('acknowledge-recovery', 'it', aRecovery(), { more: { reference: ' ' } })).toContain(
      'not-understood',
    )
  })

  it('and says that it recovered it, once it has acknowledged', () => {
    expect(done('confirm-recovery', 'it', aRecovery())).toContain('Acknowledge it first')
    expect(done('confirm-recovery', 'it', taken)).toMatchObject({
      end: { kind: 'recovered-by-it', by: 'it' },
    })
  })

  it('or refuses, with a reason', () => {
    const reason = 'The account is under investigation.'
    expect(done('refuse-recovery', 'it', aRecovery(), { reason })).toContain('Acknowledge it first')
    expect(done('refuse-recovery', 'it', taken)).toContain('Say why')
    expect(done('refuse-recovery', 'it', taken, { reason })).toMatchObject({
      end: { kind: 'refused', reason },
    })
  })

  it.each(['acknowledge-recovery', 'confirm-recovery', 'refuse-recovery'] as const)(
    '%s is for local IT alone',
    name => {
      for (const actor of ['N1-lead', 'N1-mgr'])
        expect(done(name, actor, taken, name === 'acknowledge-recovery' ? reference : {})).toContain(
          'not-allowed',
        )
    },
  )

  it('is withdrawn by who asked, not by IT, and has ended then', () => {
    const withdrawn = done('withdraw-recovery', 'N1-lead', taken)
    expect(withdrawn).toMatchObject({ end: { kind: 'withdrawn', by: 'N1-lead' } })
    expect(done('withdraw-recovery', 'it', taken)).toContain('not-allowed')
    expect(done('confirm-recovery', 'it', withdrawn as RecoveryRequest)).toContain('changed: It has ended')
    expect(done('withdraw-recovery', 'N2-lead', taken)).toContain('not-found')
  })

  it('an answer to a request that has made room for another one is refused', () => {
    const other = { ...taken, asked: '00000000-0000-7000-9000-000000000002' as RecoveryRequest['asked'] }
    const decision = decideIn({ recoveries: [other] }, onRecovery('confirm-recovery', taken), 'it')
    expect(recoveryAfter(decision)).toContain('asked for again')
  })
})

describe('ORPH-4 chasing', () => {
  const chased = (recovery: RecoveryRequest, day: string, actor = 'N1-lead') =>
    done('chase-recovery', actor, recovery, { now: at(day) })

  it('is due after two working days, a weekend not among them', () => {
    expect(chased(aRecovery(), '23')).toBe('not-possible: It can be chased from 24 November 2026.')
    expect(chased(aRecovery(), '24')).toMatchObject({ chases: [{ by: 'N1-lead', at: at('24') }] })
  })

  it('then again two working days after the last time', () => {
    const once = aRecovery({ chases: [{ by: staff('N1-lead'), at: at('24') }] })
    expect(chased(once, '25')).toContain('26 November 2026')
    expect(chased(once, '26', 'N1-mgr')).toMatchObject({ chases: [{}, { by: 'N1-mgr' }] })
  })

  it('is not for local IT', () => expect(chased(aRecovery(), '24', 'it')).toContain('not-allowed'))
})

describe('ORPH-4 in Special Client Records', () => {
  const scr = { sensitive: true, team: team('SCR'), segment: segment('FS_GB_CCLNT_SCR') }

  it('a nominated member of local IT answers, and no other', () => {
    const secret = aRecovery(scr)
    expect(done('acknowledge-recovery', 'it-scr', secret, { ...reference, it: 'nominated' })).toMatchObject({
      acknowledged: { by: 'it-scr' },
    })
    expect(done('acknowledge-recovery', 'it', secret, { ...reference, it: 'nominated' })).toContain(
      'not-found',
    )
    expect(done('acknowledge-recovery', 'SCR-mgr', secret, { ...reference, it: 'nominated' })).toContain(
      'nominated member',
    )
  })

  it('without one the segment manager asks, and says what came of it', () => {
    const secret = aRecovery({ ...scr, acknowledged })
    expect(done('confirm-recovery', 'SCR-mgr', secret)).toMatchObject({ end: { kind: 'recovered-by-it' } })
    expect(done('confirm-recovery', 'SCR-lead', secret)).toContain('the segment manager asks IT')
    expect(done('confirm-recovery', 'it', secret)).toContain('not-found')
  })
})
