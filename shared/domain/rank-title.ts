const titles = [
  'Special Client Records',
  'Judicial Review',
  'Parliamentary and Health Service Ombudsman',
  'Independent Case Examiner',
  'Complaints Review',
  'Appeals',
  'Complex Case',
  'Complaint Resolution Enforcement',
  'Enforcement Local Centre',
  'Complaint Resolution Maintenance',
  'Maintenance Service',
  'Application Service',
]

/** What the hierarchy calls a rank, whether or not a BOM has a segment of it (BOM-3). */
export function rankTitle(rank: number): string {
  return titles[rank - 1] ?? `rank ${rank}`
}
