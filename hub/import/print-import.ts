import type { ReportRow } from '../report/report.ts'
import type { FileCounts, ImportResult } from './import-result.ts'
import type { Progress } from './read-extract.ts'
import type { Move } from './update-case-groups.ts'

const count = (number: number) => number.toLocaleString('en-GB')

const whyMoved: Readonly<Record<Move['rule'], string>> = {
  'IMP-8': 'nationally sensitive',
  'ALLOC-1': 'its segment is no longer in the operating model',
}

/** Tells on standard error how far the reading is. */
export const showProgress: Progress = (file, rows, done) => {
  process.stderr.write(`${file}: ${count(rows)} rows${done ? '' : ' …'}\n`)
}

/** What an import led to, one object a line: files, moves, then the whole. */
export function importAsJson({ files, moves, ...rest }: ImportResult): string {
  const lines = [
    ...files.map(file => ({ kind: 'file', ...file })),
    ...moves.map(move => ({ kind: 'moved', ...move })),
    { kind: 'import', ...rest, moved: moves.length },
  ]
  return lines.map(line => `${JSON.stringify(line)}\n`).join('')
}

export function importAsText({ takenAt, again, files, moves, exceptions }: ImportResult): string {
  return [
    again
      ? `The extract of ${takenAt} was imported before; nothing has changed.`
      : `Imported the extract of ${takenAt}.`,
    ...files.map(fileLine),
    ...moves.map(
      ({ masterCaseNumber, from, to, rule }) =>
        `Moved ${masterCaseNumber} from ${from} to ${to}: ${whyMoved[rule]}.`,
    ),
    `${count(moves.length)} case groups moved, ${count(exceptions)} data exceptions${exceptions > 0 ? ':' : '.'}`,
    '',
  ].join('\n')
}

function fileLine({ file, rows, imported, unchanged, exceptions, withoutValue }: FileCounts): string {
  const faulty = withoutValue > 0 ? ` (${count(withoutValue)} went in without a value)` : ''
  return `${file}: ${count(rows)} rows = ${count(imported)} imported + ${count(unchanged)} unchanged + ${count(exceptions)} exceptions${faulty}`
}

/** Where a data exception is and what is wrong; its value, perhaps somebody's, is in `report exceptions` only. */
export function exceptionAsText({ file, line, column, reason }: ReportRow): string {
  return `${file}, line ${line}${column === null ? '' : `, ${column}`}: ${reason}\n`
}

export function exceptionAsJson({ value: _, ...exception }: ReportRow): string {
  return `${JSON.stringify({ kind: 'exception', exception })}\n`
}
