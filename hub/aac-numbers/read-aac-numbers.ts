import { z } from 'zod'
import type { AacNumbers } from '../../shared/domain/aac-numbers.ts'
import { plain } from '../import/plain.ts'
import { Refusal } from '../import/refusal.ts'

const number = z
  .string()
  .trim()
  .max(20)
  .regex(/^\+?(?: *\d){5,}$/, 'must be a telephone number, at least five digits and spaces')
const file = z.record(z.string(), number)

// Whatever is not shown would make two names look like one, or turn the line of a number around.
const site = /^[^\p{C}\p{Zl}\p{Zp}]{1,80}$/u

/** AAC's numbers in a file: `{"Belfast": "788266004", …}`, in the order in which they are to be shown (INC-7). */
export function readAacNumbers(text: string): AacNumbers {
  const numbers = Object.entries(parse(text)).map(([name, digits]) => ({ site: name.trim(), number: digits }))
  const objection = objectionToSites(numbers.map(each => each.site))
  if (objection) throw new Refusal(`${objection} Nothing was changed.`)
  return { kind: 'aac-numbers', id: 'aac-numbers', numbers }
}

function parse(text: string): z.output<typeof file> {
  let json: unknown
  try {
    // A byte order mark is nobody's fault.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal('The file is not JSON, so nothing was changed.')
  }
  const read = file.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue?.path.length ? ` at ${plain(issue.path.join('.'))}` : ''
  throw new Refusal(
    `The file must have each site with its number, {"Belfast": "788266004"}${place}: ${issue?.message}. Nothing was changed.`,
  )
}

function objectionToSites(sites: readonly string[]): string | undefined {
  if (sites.length === 0) return 'The file has no site.'
  const wrong = sites.findIndex(name => !site.test(name))
  if (wrong >= 0) return `The name of site ${wrong + 1} must have 1 to 80 characters, all of them shown.`
  const known = new Set<string>()
  for (const name of sites) {
    const same = name.normalize('NFKC').toLowerCase()
    if (known.has(same)) return `The file has ${plain(name)} twice.`
    known.add(same)
  }
  return undefined
}
