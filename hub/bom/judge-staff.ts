import type { Bom, StaffMember, Team } from '../../shared/domain/organisation.ts'
import type { CheckedRow } from '../import/check-row.ts'
import { type ExtractFile, extractFiles } from '../import/extract-files.ts'
import { type SourceRow, staffMemberOf, teamOf } from '../import/organisation-from-source.ts'
import type { ExtractFault } from '../import/refusal.ts'
import { withRepeats } from '../import/repeated-keys.ts'
import { withoutStop } from '../import/without-stop.ts'

/** Teams and staff as an import would take them in, and what it would make data exceptions (IMP-2, IMP-3). */
export function judgeStaff(bom: Bom, teamRows: readonly CheckedRow[], userRows: readonly CheckedRow[]) {
  const segments = new Set<string>(bom.segments.map(({ name }) => name))
  const teams = accepted(teamRows, extractFiles.teams, { segment_name: segments })
  const ids = new Set(teams.rows.map(row => row.team_id ?? ''))
  const users = accepted(userRows, extractFiles.users, { team_id: ids, previous_team_id: ids })
  return {
    teams: teams.rows.map(teamOf) satisfies Team[],
    members: users.rows.map(staffMemberOf) satisfies StaffMember[],
    exceptions: [...teams.exceptions, ...users.exceptions],
  }
}

type Known = Readonly<Record<string, ReadonlySet<string>>>

function accepted(checked: readonly CheckedRow[], file: ExtractFile, known: Known) {
  const rows: SourceRow[] = []
  const exceptions: ExtractFault[] = []
  for (const row of withRepeats(checked, file)) {
    const { kept, reasons } = judged(row, file, known)
    if (kept) rows.push(kept)
    exceptions.push(
      ...reasons.map(reason => ({ file: `${file.name}.csv`, line: row.line, fault: withoutStop(reason) })),
    )
  }
  return { rows, exceptions }
}

interface Judged {
  /** Null: left out. */
  readonly kept: SourceRow | null
  readonly reasons: readonly string[]
}

function judged({ values, faults }: CheckedRow, file: ExtractFile, known: Known): Judged {
  const settled = faults.some(({ kind, column }) => kind === 'duplicate' || column === null)
  const stranger = (at: number) => {
    const value = values[at]
    const targets = known[file.columns[at]?.name ?? '']
    return !settled && typeof value === 'string' && targets !== undefined && !targets.has(value)
  }
  const lacking = file.columns.filter((_, at) => stranger(at))
  const out = [...faults, ...lacking].some(({ mandatory }) => mandatory)
  const told = [
    ...faults,
    ...lacking.map(({ name, refersTo, mandatory }) => ({
      mandatory,
      reason: `${name} names no row of ${refersTo}.csv that goes in.`,
    })),
  ].filter(({ mandatory }) => mandatory || !out)
  const entries = file.columns.map(({ name }, at) => [name, stranger(at) ? null : (values[at] ?? null)])
  return { kept: out ? null : Object.fromEntries(entries), reasons: told.map(({ reason }) => reason) }
}
