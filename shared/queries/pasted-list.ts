import type { CaseGroup } from '../domain/case-group.ts'
import { cutText } from '../domain/cut-text.ts'
import type { MasterCaseNumber, SrNumber } from '../domain/ids.ts'

/** A line of what is pasted: what it is called where nothing is found by it, and what may be a number. */
export interface PastedLine {
  readonly name: string
  readonly numbers: readonly string[]
}

/**
 * A column of numbers, or a table with one in each row, as a spreadsheet copies them; null: it is one thing to look
 * for. A line without a figure is a heading. What is there twice counts once.
 */
export function pastedLines(text: string): readonly PastedLine[] | null {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  const [only, ...others] = lines
  if (only === undefined) return null
  const parts = others.length > 0 ? lines : cellsOf(only)
  if (others.length === 0 && (parts.length < 2 || !parts.every(hasFigure))) return null
  const found = new Set(parts.map(part => part.trim()).filter(hasFigure))
  return found.size === 0 ? null : [...found].map(part => ({ name: nameOf(part), numbers: numbersIn(part) }))
}

/** What the numbers pasted are: the groups they find, and the names of the lines that find none. */
export interface PastedFound {
  readonly lines: number
  readonly groups: readonly MasterCaseNumber[]
  /** Those of them that nothing but service requests find, and which. */
  readonly byRequest: readonly MasterCaseNumber[]
  readonly requests: readonly SrNumber[]
  readonly missing: readonly string[]
}

/** By master case, case and service request number, SCIN and NINO, each whole. */
export function findPasted(lines: readonly PastedLine[], groups: readonly CaseGroup[]): PastedFound {
  const wanted = new Set(lines.flatMap(({ numbers }) => numbers))
  const hit = new Set<string>()
  const found: MasterCaseNumber[] = []
  const byRequest: MasterCaseNumber[] = []
  const requests: SrNumber[] = []
  for (const group of groups) {
    const own = ownNumbers(group).filter(number => wanted.has(number))
    const asked = group.serviceRequests.map(({ number }) => number).filter(each => wanted.has(each))
    if (own.length + asked.length === 0) continue
    found.push(group.id)
    if (own.length === 0) {
      byRequest.push(group.id)
      requests.push(...asked)
    }
    for (const number of [...own, ...asked]) hit.add(number)
  }
  const missing = lines.filter(({ numbers }) => !numbers.some(number => hit.has(number)))
  const names = missing.map(({ name }) => name)
  return { lines: lines.length, groups: found, byRequest, requests, missing: names }
}

const ownNumbers = ({ id, cases, people }: CaseGroup): readonly string[] => [
  id,
  ...cases.map(({ number }) => number),
  ...people.flatMap(({ scin, nino }) => (nino === null ? [scin] : [scin, nino])),
]

const hasFigure = (text: string) => /\d/.test(text)

const cellsOf = (line: string): readonly string[] =>
  line
    .split(/[\t,;]/)
    .map(cell => cell.replace(/^[\s"']+|[\s"']+$/g, ''))
    .filter(cell => cell !== '')

/** A whole cell without its spaces, as a NINO in pairs, and each word of it. */
function numbersIn(line: string): readonly string[] {
  const cells = cellsOf(line).flatMap(cell => [cell.replace(/\s+/g, ''), ...cell.split(/\s+/)])
  return [...new Set(cells.filter(hasFigure).flatMap(cell => [cell, cell.toUpperCase()]))]
}

const LONGEST = 40

const isDate = (text: string) => /^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/.test(text)

/** The first cell with a figure that is no date. */
function nameOf(line: string): string {
  const cells = cellsOf(line).filter(hasFigure)
  const cell = cells.find(each => !isDate(each)) ?? line.trim()
  return cell.length > LONGEST ? `${cutText(cell, LONGEST)}…` : cell
}
