import { budgets, type Figure } from './budgets.ts'

/** One object a line, for programs. */
export function asJson({ name, value, baseline, ratio, detail }: Figure): string {
  const { unit, limit, met } = budgets[name]
  return JSON.stringify({
    ...{ name, value: rounded(value), unit },
    baseline: baseline === null ? null : rounded(baseline),
    ratio: ratio === null ? null : rounded(ratio),
    budget: limit,
    met: met(value, ratio),
    detail,
  })
}

const rounded = (value: number) => Number(value.toPrecision(4))

const widths = [16, 13, 24, 13, 9, 34, 5]
const inColumns = (cells: readonly string[]) =>
  cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd()

export const tableHead = inColumns(['budget', 'reached', '', 'baseline', 'ratio', 'allowed', 'met', ''])

/** One line of the table, for people. */
export function asTableLine({ name, value, baseline, ratio, detail }: Figure): string {
  const { unit, limit, met } = budgets[name]
  return inColumns([
    name,
    readable(value),
    unit,
    baseline === null ? '' : readable(baseline),
    ratio === null ? '' : readable(ratio),
    limit,
    met(value, ratio) ? 'yes' : 'NO',
    detail,
  ])
}

const readable = (value: number) =>
  rounded(value).toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 3 : 1 })
