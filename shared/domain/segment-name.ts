import { countryNames } from './country-name.ts'
import type { Country } from './organisation.ts'

/** A segment's system name, taken apart (BOM-4). */
export interface SegmentNameParts {
  readonly country: Country
  /** What stands between country and code: area and description, abbreviated. */
  readonly words: readonly string[]
  readonly code: string
  /** In plain words, as far as the abbreviations are known. */
  readonly plain: string
}

export type ParsedSegmentName =
  | { readonly ok: true; readonly parts: SegmentNameParts }
  | { readonly ok: false; readonly fault: string }

// The service areas of BOM-1 and the areas that names go by. One that is not here is shown as it is.
const abbreviations = new Map([
  ['OPPTS', 'Options'],
  ['MAINT', 'Maintenance'],
  ['ENFMT', 'Enforcement'],
  ['PAYSV', 'Payment Services'],
  ['CCLNT', 'Central Client Services'],
  ['CORP', 'Corporate Affairs'],
  ['SCNOEA', 'Scotland and North East'],
  ['NOWEMI', 'North West and Midlands'],
  ['SOEA', 'South and East'],
  ['WASOWE', 'Wales and South West'],
  ['NOIR', 'Northern Ireland'],
])
// Stands where a name has no part of the country to give.
const WHOLE_COUNTRY = 'OOO'

const isCountry = (text: string | undefined): text is Country => text === 'GB' || text === 'NI'

/** `FS`, the country, words that abbreviate area and description, and the code, joined by `_` (BOM-4). */
export function parseSegmentName(name: string): ParsedSegmentName {
  const [prefix, country, ...rest] = name.split('_')
  const words = rest.slice(0, -1)
  const code = rest.at(-1)
  if (prefix !== 'FS') return fault(`it does not begin with FS, but with ${shown(prefix)}`)
  if (!isCountry(country)) return fault(`its second part${named(country)} is not a country, GB or NI`)
  if (!code) return fault('it does not end with a code')
  if (words.length === 0) return fault('nothing stands between its country and its code')
  const odd = rest.findIndex(part => !/^[A-Z0-9]+$/.test(part))
  if (odd >= 0)
    return fault(`its part ${odd + 3}${named(rest[odd])} is not of capital letters and digits only`)
  return { ok: true, parts: { country, words, code, plain: plainWords(country, words, code) } }
}

const fault = (text: string): ParsedSegmentName => ({ ok: false, fault: text })

const shown = (part: string | undefined) => (part ? `“${part}”` : 'nothing')
const named = (part: string | undefined) => (part ? `, “${part}”,` : '')

function plainWords(country: Country, words: readonly string[], code: string): string {
  const told = words.filter(word => word !== WHOLE_COUNTRY).map(word => abbreviations.get(word) ?? word)
  return [...told, code, countryNames[country]].join(', ')
}
