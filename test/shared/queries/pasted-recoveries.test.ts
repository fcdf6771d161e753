import { describe, expect, it } from 'vitest'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import { pastedLines } from '../../../shared/queries/pasted-list.ts'
import { findPastedRecoveries } from '../../../shared/queries/pasted-recoveries.ts'
import type { RecoveryRow } from '../../../shared/queries/recoveries.ts'
import { number } from '../../make/a-case-group.ts'
import { acknowledged, aLostRequest, aRecovery } from '../../make/a-recovery.ts'

const row = (more: Partial<RecoveryRequest>): RecoveryRow => ({
  recovery: aRecovery(more),
  section: 'new',
  chaseOn: { on: '2026-11-24', certain: true, without: [] },
  isChaseDue: false,
})

const group = row({ masterCaseNumber: number('10000001') })
const request = row({
  masterCaseNumber: number('10000001'),
  serviceRequest: { number: aLostRequest().number, kind: 'functionally-unique' },
})
const withIt = row({
  masterCaseNumber: number('10000002'),
  acknowledged: { ...acknowledged, reference: 'inc 00 42' },
})

const find = (text: string) => {
  const lines = pastedLines(text)
  if (!lines) throw new Error('It is no list.')
  return findPastedRecoveries(lines, [group, request, withIt])
}

describe('ORPH-4 a column of numbers pasted into the list of local IT', () => {
  it('finds what was asked for by master case number: the group and its requests', () => {
    expect(find('10000001\n10000009')).toMatchObject({
      lines: 2,
      recoveries: [group.recovery.id, request.recovery.id],
      groups: ['10000001'],
      missing: ['10000009'],
    })
  })

  it('finds a service request by its own number, not the group that it is on', () => {
    expect(find(`${aLostRequest().number}\n1-99`)).toMatchObject({
      recoveries: [request.recovery.id],
      missing: ['1-99'],
    })
  })

  it('finds by the reference of IT, however it is written', () => {
    expect(find('INC0042\nINC0043').recoveries).toEqual([withIt.recovery.id])
    expect(find('INC 0042\nINC 0043').recoveries).toEqual([withIt.recovery.id])
    expect(find('INC0042\nINC0043').missing).toEqual(['INC0043'])
  })
})
