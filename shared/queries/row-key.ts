import type { CaseGroup, ServiceRequest } from '../domain/case-group.ts'
import type { MasterCaseNumber } from '../domain/ids.ts'

// No number holds a control character, so a line break parts the two for certain.
const BREAK = '\n'

/** Names a row of a list: its group, or one service request of a group. */
export function rowKeyOf(group: CaseGroup, request: ServiceRequest | null): string {
  return request === null ? group.id : `${request.number}${BREAK}${group.id}`
}

/** The group of a row. */
export function groupOfRow(key: string): MasterCaseNumber {
  return key.slice(key.lastIndexOf(BREAK) + 1) as MasterCaseNumber
}

/** The groups of some rows, each once. */
export function groupsOfRows(keys: readonly string[]): readonly MasterCaseNumber[] {
  return [...new Set(keys.map(groupOfRow))]
}
