import { z } from 'zod'
import type { AacNumbers } from '../../shared/domain/aac-numbers.ts'
import { Refusal } from '../import/refusal.ts'

const site = z.string().trim().min(1).max(80)
const number = z
  .string()
  .trim()
  .regex(/^\+?[\d ]{5,20}$/, 'must be a telephone number, digits and spaces')
const file = z.record(site, number).refine(found => Object.keys(found).length > 0, 'has no site')

/** AAC's numbers in a file: `{"Belfast": "788266004", …}`, in the order in which they are to be shown (INC-7). */
export function readAacNumbers(text: string): AacNumbers {
  let json: unknown
  try {
    // A byte order mark is nobody's fault.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refusal('The file is not JSON, so nothing was changed.')
  }
  const read = file.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
    throw new Refusal(
      `The file must have each site with its number, {"Belfast": "788266004"}${place}: ${issue?.message}. Nothing was changed.`,
    )
  }
  const numbers = Object.entries(read.data).map(([name, digits]) => ({ site: name, number: digits }))
  return { kind: 'aac-numbers', id: 'aac-numbers', numbers }
}
