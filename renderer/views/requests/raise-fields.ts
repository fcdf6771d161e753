import type { ReactNode } from 'react'
import { ADVICE_TYPE } from '../../../shared/domain/advice.ts'
import { type CaseGroup, type Person, payingParentOf } from '../../../shared/domain/case-group.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { type RequestType, requestType, requestTypes } from '../../../shared/domain/request-types.ts'
import { addDays, londonDate, type PlainDate } from '../../../shared/domain/time.ts'
import { flipWords } from '../../../shared/queries/change-words.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { type FormField, type FormOption, type FormValues, orNull } from '../../forms/form-field.ts'
import { whyNot } from './request-doings.ts'

/** What the fields of the form are called, here and where CMS2012 greys one out (SR-3). */
export const fieldNames = {
  type: 'Type',
  raisedAgainst: 'Raised against',
  case: 'Case',
  dueOn: 'Due',
  background: 'Background for the specialist',
  flipsTo: 'What it changes when it completes',
} as const

/** What stands under the type, and at the end of the form, by what is filled in. */
interface Besides {
  readonly underType: ReactNode
  readonly atEnd: ReactNode
}

/** The fields, each mandatory unless it says otherwise (SR-3); what a type does not have is not asked. */
export function raiseFields(
  { type = '' }: FormValues,
  group: CaseGroup,
  index: OrganisationIndex,
  { underType, atEnd }: Besides,
): readonly FormField[] {
  const known = requestType(type, index.bom)
  const typed: FormField = {
    ...typeField(index),
    // The day on which one of that type is usually due, and nothing that it changes.
    changes: chosen => ({ dueOn: usualDue(chosen, index) ?? '', flipsTo: '' }),
    below: underType,
  }
  if (type === ADVICE_TYPE) return [typed]
  const dueOn: FormField = {
    name: 'dueOn',
    label: fieldNames.dueOn,
    kind: 'date',
    wrong: 'Give the date when it is due',
  }
  const fields = [
    typed,
    personField(group),
    caseField(group),
    dueOn,
    ...(known?.kind === 'functionally-unique' ? [backgroundField] : []),
    ...(known && known.mayChange.length > 0 ? [changeField(known)] : []),
  ]
  return fields.map((field, place) => (place === fields.length - 1 ? { ...field, below: atEnd } : field))
}

function typeField({ bom }: OrganisationIndex): FormField {
  const types = requestTypes(bom)
  const ofKind = (kind: RequestType['kind'], under: string): readonly FormOption[] =>
    types
      .filter(name => requestType(name, bom)?.kind === kind)
      .map(name => ({ value: name, label: name, under }))
  return {
    name: 'type',
    label: fieldNames.type,
    kind: 'choice',
    options: [
      { value: '', label: 'Choose one' },
      ...ofKind('case-owning', 'Case-owning: done by the holder of the case group'),
      ...ofKind('functionally-unique', 'Functionally unique: done by a specialist'),
    ],
    wrong: 'Choose a type',
  }
}

const personField = (group: CaseGroup): FormField => ({
  name: 'raisedAgainst',
  label: fieldNames.raisedAgainst,
  kind: 'choice',
  options: group.people.map(person => ({ value: person.scin as string, label: personWords(person, group) })),
  wrong: 'Choose whom it is raised against',
})

const personWords = ({ scin, firstName, lastName }: Person, group: CaseGroup): string =>
  `${firstName} ${lastName}, ${scin === payingParentOf(group).scin ? 'paying parent' : 'receiving parent'}`

const caseField = ({ cases }: CaseGroup): FormField => ({
  name: 'case',
  label: fieldNames.case,
  kind: 'choice',
  optional: true,
  options: [
    { value: '', label: 'The whole case group' },
    ...cases.map(({ number, status }) => ({ value: number as string, label: `${number}, ${status}` })),
  ],
  wrong: 'Choose a case of this group, or none',
})

const backgroundField: FormField = {
  name: 'background',
  label: fieldNames.background,
  kind: 'text',
  wrong: 'Write a note of background: the specialist starts from it',
}

/** What the request changes about the case group when it is closed (ALLOC-6). */
const changeField = ({ mayChange }: RequestType): FormField => ({
  name: 'flipsTo',
  label: fieldNames.flipsTo,
  kind: 'choice',
  options: [
    { value: '', label: 'Nothing' },
    ...mayChange.map(flip => ({ value: flip, label: flipWords(flip) })),
  ],
  wrong: 'Choose what it changes, or nothing',
})

/** What is filled in, as the command has it: a field that the type does not have is not sent. */
export function raiseRequest(
  { id }: CaseGroup,
  { type = '', raisedAgainst = '', case: number, dueOn = '', background = '', flipsTo }: FormValues,
  { bom }: OrganisationIndex,
): CommandRequest {
  const isSpecialists = requestType(type, bom)?.kind === 'functionally-unique'
  const args = {
    masterCaseNumber: id,
    type,
    raisedAgainst,
    case: orNull(number),
    dueOn,
    background: isSpecialists ? background : null,
    flipsTo: orNull(flipsTo),
  }
  return { name: 'create-service-request', args, saw: {} }
}

const todayHere = (): PlainDate => londonDate(new Date().toISOString())

/** When one of the type is usually due. */
function usualDue(name: string, { bom }: OrganisationIndex): PlainDate | null {
  const known = requestType(name, bom)
  return known ? addDays(todayHere(), known.days) : null
}

/** One that could be raised, whatever is filled in. */
export function someRequest(group: CaseGroup, index: OrganisationIndex): CommandRequest {
  const { bom } = index
  const type = requestTypes(bom).find(name => requestType(name, bom)?.kind === 'case-owning') ?? ''
  const dueOn = addDays(todayHere(), 1)
  return raiseRequest(group, { type, raisedAgainst: group.payingParent, dueOn }, index)
}

/** Why nothing at all can be raised on the group; null: something can. */
export const raisingObjection = (desk: Desk, group: CaseGroup, index: OrganisationIndex): string | null =>
  whyNot(desk, someRequest(group, index))
