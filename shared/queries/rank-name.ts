import type { BomIndex } from '../domain/bom-index.ts'
import { rankTitle } from '../domain/rank-title.ts'

const known = new WeakMap<BomIndex, Map<number, string>>()

/** What the segments of a rank have in common in their descriptions: `Enforcement Local Centre`. */
export function rankName(rank: number, bom: BomIndex): string {
  const names = known.get(bom) ?? new Map<number, string>()
  known.set(bom, names)
  const found = names.get(rank) ?? commonName(rank, bom)
  names.set(rank, found)
  return found
}

function commonName(rank: number, { caseOwning }: BomIndex): string {
  const descriptions = [...caseOwning.values()].filter(segment => segment.rank === rank)
  const [first, ...others] = descriptions.map(({ description }) => description.split(' '))
  if (!first) return rankTitle(rank)
  const length = others.reduce((shared, words) => commonLength(first, words, shared), first.length)
  return first.slice(0, length).join(' ') || rankTitle(rank)
}

function commonLength(one: readonly string[], other: readonly string[], limit: number): number {
  let length = 0
  while (length < limit && one[length] === other[length]) length++
  return length
}
