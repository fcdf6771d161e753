import type { MasterCaseNumber } from '../domain/ids.ts'
import type { RecoveryId, RecoveryRequest } from '../domain/recovery-request.ts'
import type { PastedFound, PastedLine } from './pasted-list.ts'
import type { RecoveryRow } from './recoveries.ts'

/** By master case number, service request number and IT reference, each whole: which requests the lines pasted find. */
export function findPastedRecoveries(
  lines: readonly PastedLine[],
  rows: readonly RecoveryRow[],
): PastedFound & { readonly recoveries: readonly RecoveryId[] } {
  const wanted = new Set(lines.flatMap(({ numbers }) => numbers))
  const hit = new Set<string>()
  const recoveries: RecoveryId[] = []
  const groups = new Set<MasterCaseNumber>()
  for (const { recovery } of rows) {
    const numbers = numbersOf(recovery).filter(number => wanted.has(number))
    if (numbers.length === 0) continue
    recoveries.push(recovery.id)
    groups.add(recovery.masterCaseNumber)
    for (const number of numbers) hit.add(number)
  }
  const missing = lines.filter(({ numbers }) => !numbers.some(number => hit.has(number)))
  return {
    lines: lines.length,
    recoveries,
    groups: [...groups],
    byRequest: [],
    requests: [],
    missing: missing.map(({ name }) => name),
  }
}

function numbersOf({ masterCaseNumber, serviceRequest, acknowledged }: RecoveryRequest): readonly string[] {
  const reference = acknowledged?.reference.replace(/\s+/g, '').toUpperCase()
  return [masterCaseNumber, serviceRequest?.number, reference].filter(number => number !== undefined)
}
