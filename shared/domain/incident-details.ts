/** What AAC asks before it takes an incident, in the order in which it asks (INC-6). */
export const incidentDetails = [
  'serviceRequest',
  'serviceRequestStatus',
  'dateRaised',
  'location',
  'team',
  'workgroup',
  'caseNumber',
  'scin',
  'nino',
  'caseworkerStaffNumber',
  'teamLeaderStaffNumber',
  'payingParent',
  'payingParentNino',
  'receivingParent',
  'receivingParentNino',
  'background',
  'procedure',
  'procedureStep',
  'errorMessage',
  'otherInformation',
  'reference',
] as const

/** Asked besides where employment information is missing from the interface or out of date (INC-6). */
export const employmentDetails = [
  'employer',
  'payingParentAddress',
  'deoDesireFlagSetOn',
  'rdoLsdoAttemptedOn',
  'whyRdoLsdoFailed',
  'anythingElse',
] as const

const ninoFields: ReadonlySet<string> = new Set<DetailField>([
  'nino',
  'payingParentNino',
  'receivingParentNino',
])

/** Whether an answer is a NINO, or several. */
export const isNinoField = (field: string): boolean => ninoFields.has(field)

export const detailFields = [...incidentDetails, ...employmentDetails] as const
export type DetailField = (typeof detailFields)[number]

/** A field without an answer is not in it. "None held" is an answer, an empty field is not (INC-6). */
export type Details = Readonly<Partial<Record<DetailField, string>>>

export const employmentConcerns = ['none', 'missing-from-interface', 'evidence-of-out-of-date'] as const
export type EmploymentConcern = (typeof employmentConcerns)[number]

/** What AAC would reject the incident for: every field that it asks and that has no answer, in its order (INC-6). */
export function missingDetails(details: Details, concern: EmploymentConcern): readonly DetailField[] {
  const asked: readonly DetailField[] =
    concern === 'none' ? incidentDetails : [...incidentDetails, ...employmentDetails]
  return asked.filter(field => !details[field]?.trim())
}

// Each field that stands in for another: one of them is enough.
const askedForReferral: readonly (readonly DetailField[])[] = [
  ['caseNumber', 'serviceRequest'],
  ['payingParent', 'receivingParent'],
  ['scin'],
  ['dateRaised'],
  ['procedure'],
  ['procedureStep'],
]

/** What a referral to the team leader lacks (INC-4); its description and the actions taken come with it. */
export function missingForReferral(details: Details): readonly DetailField[] {
  return askedForReferral.flatMap(([first, ...others]) =>
    first && ![first, ...others].some(field => details[field]?.trim()) ? [first] : [],
  )
}

/** The details with what was filled in; an emptied field has no answer any more. */
export function withDetails(details: Details, filled: Details): Details {
  const answered = Object.entries({ ...details, ...filled }).filter(([, answer]) => answer !== '')
  return Object.fromEntries(answered)
}
