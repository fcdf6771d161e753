import { parseArgs } from 'node:util'
import { type BudgetName, budgets } from './budgets.ts'

export interface BenchOptions {
  readonly json: boolean
  readonly only: ReadonlySet<BudgetName>
  readonly groups: number
}

export class WrongArguments extends Error {}

const names = Object.keys(budgets) as BudgetName[]
const usage = `use npm run bench -- [--json] [--only NAME,…] [--groups N], with the names ${names.join(', ')}`

export function optionsFrom(args: string[]): BenchOptions {
  const { json, only, groups } = valuesOf(args)
  return { json, only: only === undefined ? new Set(names) : namesIn(only), groups: countOf(groups) }
}

function valuesOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: 'boolean', default: false },
        only: { type: 'string' },
        groups: { type: 'string', default: '50000' },
      },
    }).values
  } catch (problem) {
    throw new WrongArguments(`${problem instanceof Error ? problem.message : problem}: ${usage}.`)
  }
}

// `scroll-task` and `scroll-rows` are parts of one budget, and so is `import-memory`.
function namesIn(list: string): ReadonlySet<BudgetName> {
  const wanted = list.split(',').map(name => name.trim())
  const unknown = wanted.filter(name => !names.includes(name as BudgetName))
  if (unknown.length > 0) throw new WrongArguments(`There is no budget ${unknown.join(', ')}: ${usage}.`)
  return new Set(wanted as BudgetName[])
}

function countOf(text: string): number {
  if (/^\d+$/.test(text) && Number(text) >= 5_000) return Number(text)
  throw new WrongArguments(`--groups must be a whole number from 5000: ${usage}.`)
}
