import { extractFiles, type FileName, fileNames } from '../../../../hub/import/extract-files.ts'

export type Row = Readonly<Record<string, string>>
export type Extract = Readonly<Record<FileName, readonly Row[]>>

const region = (name: string, country: string, prefixes: string): Row => ({
  region: name,
  country,
  postcode_prefixes: prefixes,
})

const owning = (segment_name: string, rank: string, more: Row = {}): Row => ({
  segment_name,
  description: segment_name,
  kind: 'case-owning',
  rank,
  country: segment_name.slice(3, 5),
  ...more,
})

const team = (team_id: string, segment_name: string): Row => ({
  team_id,
  name: `Team ${team_id}`,
  segment_name,
  workgroup: 'W1',
  location: 'Hastings',
  division: 'england-and-wales',
})

const worker = (staff_number: string, team_id: string, more: Row = {}): Row => ({
  staff_number,
  name: `Worker ${staff_number}`,
  email: `${staff_number}@example.gov.uk`,
  roles: 'caseworker',
  team_id,
  access: 'active',
  scr_nominated: 'N',
  ...more,
})

export const person = (scin: string, more: Row = {}): Row => ({
  scin,
  first_name: 'Ann',
  last_name: `Client${scin}`,
  postcode: 'M1 1AA',
  country: 'GB',
  nationally_sensitive: 'N',
  ...more,
})

export const group = (number: string, payingParent: string, more: Row = {}): Row => ({
  master_case_number: number,
  title: `Group ${number}`,
  paying_parent_scin: payingParent,
  segment_name: 'FS_GB_MAINT_OOO_MSR',
  team_id: 'M1',
  assigned_to: 'm1',
  assigned_on: '2026-01-05',
  status: 'Active',
  stage: 'maintenance',
  compliant: 'Y',
  complex: 'N',
  lock_on: 'N',
  ...more,
})

export const aCase = (number: string, ofGroup: string, receivingParent: string, more: Row = {}): Row => ({
  case_number: number,
  master_case_number: ofGroup,
  receiving_parent_scin: receivingParent,
  status: 'Ongoing',
  opened_on: '2025-02-03',
  nationally_sensitive: 'N',
  ...more,
})

export const request = (number: string, ofGroup: string, against: string, more: Row = {}): Row => ({
  sr_number: number,
  master_case_number: ofGroup,
  type: 'Change of address',
  kind: 'case-owning',
  status: 'Started',
  raised_against_scin: against,
  assigned_to: 'm1',
  created_on: '2026-09-01',
  ...more,
})

export const activity = (ofRequest: string, sequence: string, more: Row = {}): Row => ({
  sr_number: ofRequest,
  sequence,
  name: 'Issue letter',
  status: 'Open',
  ...more,
})

export const post = (number: string, ofGroup: string, more: Row = {}): Row => ({
  post_number: number,
  master_case_number: ofGroup,
  received_on: '2026-10-01',
  subject: 'Reply',
  status: 'Open',
  ...more,
})

/** Three groups of two countries, with a little of everything; nothing is wrong with it. */
export const small: Extract = {
  manifest: [{ taken_at: '2026-11-20T18:00:00Z', source: 'CMS2012', bom_effective_from: '2026-04-01' }],
  regions: [region('North', 'GB', 'M;L;CH'), region('South', 'GB', 'TN;CH5'), region('Ulster', 'NI', 'BT')],
  segments: [
    owning('FS_GB_CCLNT_OOO_SCR', '1', { non_uk: 'Y' }),
    owning('FS_NI_CCLNT_OOO_SCR', '1'),
    owning('FS_GB_ENFMT_OOO_ELC', '9'),
    owning('FS_GB_MAINT_OOO_MSR', '11', { non_uk: 'Y' }),
    owning('FS_NI_MAINT_OOO_MSR', '11'),
    owning('FS_GB_OPPTS_OOO_APPL', '12'),
    owning('FS_NI_OPPTS_OOO_APPL', '12'),
    {
      segment_name: 'FS_GB_ENFMT_OOO_FIU',
      description: 'Financial Investigations',
      kind: 'functionally-unique',
      country: 'GB',
      sr_types: 'Asset trace',
    },
  ],
  teams: [
    team('S1', 'FS_GB_CCLNT_OOO_SCR'),
    team('E1', 'FS_GB_ENFMT_OOO_ELC'),
    team('M1', 'FS_GB_MAINT_OOO_MSR'),
    team('M2', 'FS_GB_MAINT_OOO_MSR'),
    team('N1', 'FS_NI_MAINT_OOO_MSR'),
    team('F1', 'FS_GB_ENFMT_OOO_FIU'),
  ],
  users: [
    worker('m1', 'M1'),
    worker('m2', 'M1'),
    worker('e1', 'E1'),
    worker('n1', 'N1'),
    worker('f1', 'F1'),
    worker('f2', 'F1', { scr_nominated: 'Y' }),
    worker('s1', 'S1', { scr_nominated: 'Y' }),
  ],
  people: ['P1', 'P2', 'P3', 'R1', 'R2', 'R3'].map(scin =>
    person(scin, scin === 'P3' ? { postcode: 'BT1 1AA', country: 'NI' } : {}),
  ),
  case_groups: [
    group('G1', 'P1'),
    group('G2', 'P2'),
    group('G3', 'P3', { segment_name: 'FS_NI_MAINT_OOO_MSR', team_id: 'N1', assigned_to: 'n1' }),
  ],
  cases: [aCase('C1', 'G1', 'R1'), aCase('C2', 'G2', 'R2'), aCase('C3', 'G3', 'R3')],
  service_requests: [
    request('Q1', 'G1', 'P1', { case_number: 'C1' }),
    request('Q2', 'G1', 'R1', { kind: 'functionally-unique', type: 'Asset trace', assigned_to: 'f1' }),
  ],
  activities: [activity('Q1', '1', { status: 'Done', done_on: '2026-09-02' }), activity('Q1', '2')],
  post: [post('L1', 'G1')],
}

/** The extract with rows of a file changed, by their keys. */
export function change(extract: Extract, file: FileName, key: string, values: Row): Extract {
  const column = keyOf(file)
  const rows = extract[file].map(row => (row[column] === key ? { ...row, ...values } : row))
  return { ...extract, [file]: rows }
}

export const add = (extract: Extract, file: FileName, ...rows: readonly Row[]): Extract => ({
  ...extract,
  [file]: [...extract[file], ...rows],
})

export const without = (extract: Extract, file: FileName, key: string): Extract => ({
  ...extract,
  [file]: extract[file].filter(row => row[keyOf(file)] !== key),
})

/** The same, taken some days later. */
export const later = (extract: Extract, days = 1): Extract => ({
  ...extract,
  manifest: extract.manifest.map(row => ({ ...row, taken_at: `2026-11-${20 + days}T18:00:00Z` })),
})

const keyOf = (file: FileName) => extractFiles[file].columns[0]?.name ?? ''

/** The texts of the files, by their names. */
export type Files = Readonly<Record<string, string>>

/** The files of an extract as CSV. */
export function filesOf(extract: Extract, eol = '\n'): Files {
  return Object.fromEntries(fileNames.map(name => [`${name}.csv`, csvOf(extract[name], name, eol)]))
}

function csvOf(rows: readonly Row[], name: FileName, eol: string): string {
  const columns = extractFiles[name].columns.map(column => column.name)
  const lines = [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))]
  return lines.map(line => `${line.map(quoted).join(',')}${eol}`).join('')
}

export const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
