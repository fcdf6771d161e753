import { hash } from 'node:crypto'
import type { Document } from '../../shared/commands/command.ts'
import type { CaseGroup } from '../../shared/domain/case-group.ts'
import { isOpenRequest } from '../../shared/domain/open-work.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { bucketsOf, reference } from '../../shared/sync/buckets.ts'

/** A document as the hub keeps and sends it; `stamp` is 64 bits of its content in hexadecimal. */
export interface StoredDocument {
  readonly text: string
  readonly stamp: string
}

export interface CaseGroupRow extends StoredDocument {
  readonly group: CaseGroup
  readonly buckets: readonly string[]
  readonly staff: readonly string[]
}

export function storedDocument(document: Document): StoredDocument {
  const text = inAscii(JSON.stringify(document))
  return { text, stamp: hash('sha256', text, 'hex').slice(0, 16) }
}

// One Ł would make the whole page of a pull a text of two bytes a letter, in the hub and in every desk.
function inAscii(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The row of a group, its buckets by the organisation as it is from this version on. */
export function caseGroupRow(group: CaseGroup, index: OrganisationIndex): CaseGroupRow {
  return { group, ...storedDocument(group), buckets: bucketsOf(group, index), staff: staffOf(group) }
}

export function organisationRow(organisation: Organisation) {
  return { ...storedDocument(organisation), buckets: [reference] }
}

/** Everybody whose team, move or access decides which buckets the group is in. */
export function staffOf(group: CaseGroup): readonly string[] {
  const holders = group.serviceRequests.filter(isOpenRequest).map(({ holder }) => holder)
  const referring = group.incidents.filter(({ state }) => state === 'referred')
  const raisers = referring.map(({ raisedBy }) => raisedBy)
  return [...new Set([group.holder, ...holders, ...raisers])].filter(holder => holder !== null).sort()
}
