import { incomeSources } from '../../shared/domain/income-source.ts'
import { roles } from '../../shared/domain/organisation.ts'
import { country } from './country.ts'
import { date, type Form, flag, instant, key, listOf, nino, oneOf, wholeNumber, words } from './form.ts'
import { postcode } from './postcode-form.ts'

export const fileNames = [
  'manifest',
  'regions',
  'segments',
  'teams',
  'users',
  'people',
  'case_groups',
  'cases',
  'service_requests',
  'activities',
  'post',
] as const
export type FileName = (typeof fileNames)[number]

export interface Column {
  readonly name: string
  readonly mandatory: boolean
  readonly form: Form
  /** The file whose key it names. */
  readonly refersTo: FileName | null
}

/** One file of the extract: what it must have, and of what form (the page's first table). */
export interface ExtractFile {
  readonly name: FileName
  /** Its key comes first; `keyLength` columns long. */
  readonly columns: readonly Column[]
  readonly keyLength: number
}

const must = (name: string, form: Form, refersTo: FileName | null = null): Column => ({
  name,
  mandatory: true,
  form,
  refersTo,
})
const may = (name: string, form: Form, refersTo: FileName | null = null): Column => ({
  name,
  mandatory: false,
  form,
  refersTo,
})

const uk = oneOf('GB', 'NI')
const srKind = oneOf('case-owning', 'functionally-unique')
const prefix: Form = {
  expected: 'a postcode area (CH) or district (CH5)',
  read: text => (/^[A-Z]{1,2}([0-9][0-9A-Z]?)?$/.test(text) ? text : null),
}
const rank: Form = {
  expected: 'a rank from 1 to 12',
  read: text => (/^([1-9]|1[0-2])$/.test(text) ? text : null),
}
const nonUk: Form = { expected: 'Y, N or empty', read: text => flag.read(text, () => '') }

/** Every file of the extract, each after those that it refers to. */
export const extractFiles: Readonly<Record<FileName, ExtractFile>> = {
  manifest: {
    name: 'manifest',
    keyLength: 1,
    columns: [must('taken_at', instant), must('source', words), must('bom_effective_from', date)],
  },
  regions: {
    name: 'regions',
    keyLength: 1,
    columns: [must('region', key), must('country', uk), must('postcode_prefixes', listOf(prefix))],
  },
  segments: {
    name: 'segments',
    keyLength: 1,
    columns: [
      must('segment_name', key),
      must('description', words),
      must('kind', srKind),
      may('rank', rank),
      must('country', uk),
      may('regions', listOf(key)),
      may('income_sources', listOf(oneOf(...incomeSources))),
      may('sr_types', listOf(words)),
      may('non_uk', nonUk),
    ],
  },
  teams: {
    name: 'teams',
    keyLength: 1,
    columns: [
      must('team_id', key),
      must('name', words),
      must('segment_name', key, 'segments'),
      must('workgroup', words),
      must('location', words),
      must('division', oneOf('england-and-wales', 'scotland', 'northern-ireland')),
    ],
  },
  users: {
    name: 'users',
    keyLength: 1,
    columns: [
      must('staff_number', key),
      must('name', words),
      must('email', words),
      must('roles', listOf(oneOf(...roles))),
      may('team_id', key, 'teams'),
      must('access', oneOf('active', 'removed')),
      may('access_ended_on', date),
      may('moved_on', date),
      may('previous_team_id', key, 'teams'),
      must('scr_nominated', flag),
    ],
  },
  people: {
    name: 'people',
    keyLength: 1,
    columns: [
      must('scin', key),
      may('title', words),
      must('first_name', words),
      may('middle_name', words),
      must('last_name', words),
      may('nino', nino),
      may('address_line_1', words),
      may('address_line_2', words),
      may('town', words),
      may('postcode', postcode),
      may('country', country),
      must('nationally_sensitive', flag),
      may('representative_name', words),
    ],
  },
  case_groups: {
    name: 'case_groups',
    keyLength: 1,
    columns: [
      must('master_case_number', key),
      must('title', words),
      must('paying_parent_scin', key, 'people'),
      must('segment_name', key, 'segments'),
      may('team_id', key, 'teams'),
      may('assigned_to', key, 'users'),
      may('assigned_on', date),
      must('status', oneOf('Active', 'Suspended', 'Closed')),
      must('stage', oneOf('application', 'maintenance')),
      may('p2p_issued_on', date),
      may('income_source', oneOf(...incomeSources)),
      must('compliant', flag),
      must('complex', flag),
      may('judicial_review_opened_on', date),
      may('judicial_review_closed_on', date),
      may('phso_opened_on', date),
      may('phso_closed_on', date),
      may('ice_opened_on', date),
      may('ice_closed_on', date),
      may('complaint', oneOf('none', 'unresolved', 'review')),
      may('appeal', oneOf('none', 'lodged', 'accepted')),
      may('item_error_status', words),
      must('lock_on', flag),
      may('lock_by', key, 'users'),
      may('lock_since', instant),
      may('lock_reason', words),
    ],
  },
  cases: {
    name: 'cases',
    keyLength: 1,
    columns: [
      must('case_number', key),
      must('master_case_number', key, 'case_groups'),
      must('receiving_parent_scin', key, 'people'),
      must('status', words),
      must('opened_on', date),
      must('nationally_sensitive', flag),
    ],
  },
  service_requests: {
    name: 'service_requests',
    keyLength: 1,
    columns: [
      must('sr_number', key),
      must('master_case_number', key, 'case_groups'),
      may('case_number', key, 'cases'),
      must('type', words),
      must('kind', srKind),
      must('status', oneOf('Not Started', 'Started', 'Closed')),
      must('raised_against_scin', key, 'people'),
      may('assigned_to', key, 'users'),
      must('created_on', date),
      may('due_on', date),
      may('flips_to', flipsTo()),
    ],
  },
  activities: {
    name: 'activities',
    keyLength: 2,
    columns: [
      must('sr_number', key, 'service_requests'),
      must('sequence', wholeNumber),
      must('name', words),
      must('status', oneOf('Open', 'Done')),
      may('done_on', date),
    ],
  },
  post: {
    name: 'post',
    keyLength: 1,
    columns: [
      must('post_number', key),
      must('master_case_number', key, 'case_groups'),
      must('received_on', date),
      must('subject', words),
      must('status', oneOf('Open', 'Done')),
    ],
  },
}

/** The files whose rows wait in stages, each after those that it refers to: all but the manifest. */
export const stagedFiles = fileNames.filter(name => name !== 'manifest').map(name => extractFiles[name])

function flipsTo(): Form {
  return {
    expected: 'a factor and its new value, written field=value',
    read: text => (/^[^=\0]+=[^\0]*$/.test(text) ? text : null),
  }
}
