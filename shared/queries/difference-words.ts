import type { DecidedField } from '../domain/difference.ts'
import type { SegmentName, StaffNumber } from '../domain/ids.ts'
import type { OrganisationIndex } from '../domain/organisation-index.ts'
import type { DifferenceKind } from './differences.ts'
import { segmentTitle, staffName } from './names.ts'

/** What can differ from CMS2012, in a sentence. */
export const fieldWords: Readonly<Record<DecidedField, string>> = {
  segment: 'the segment',
  holder: 'the holder',
  lock: 'the lock',
}

/** A value of a decided field, ours or the source's. */
export function valueWords(field: DecidedField, value: string | null, index: OrganisationIndex): string {
  switch (field) {
    case 'segment':
      return segmentTitle(value as SegmentName, index)
    case 'holder':
      return value === null ? 'nobody' : staffName(value as StaffNumber, index)
    case 'lock':
      return value === 'on' ? 'locked' : 'not locked'
  }
}

/** The same with what CMS2012 calls it: of two people of one name it takes the number (IMP-6). */
export function carriedWords(field: DecidedField, value: string | null, index: OrganisationIndex): string {
  const words = valueWords(field, value, index)
  return value === null || field === 'lock' || words === value ? words : `${words} (${value})`
}

/** What can differ, as the name of a thing. */
export const fieldTitles: Readonly<Record<DecidedField, string>> = {
  segment: 'Segment',
  holder: 'Holder',
  lock: 'Lock',
}

/** Where there is little room. */
export const differenceShortWords: Readonly<Record<DifferenceKind, string>> = {
  drift: 'To settle',
  'moved-while-locked': 'Moved while locked',
  'to-carry': 'To carry to CMS2012',
}

export const differenceKindWords: Readonly<Record<DifferenceKind, string>> = {
  drift: 'Changed in CMS2012: to be settled',
  'moved-while-locked': 'Moved while locked in CMS2012',
  'to-carry': 'Changed here: to be carried into CMS2012',
}
