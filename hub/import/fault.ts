import type { FaultKind } from '../../shared/domain/data-exception.ts'

export interface Fault {
  /** Null: the row as a whole. */
  readonly column: string | null
  readonly kind: FaultKind
  readonly value: string
  readonly reason: string
  /** It keeps the row out (IMP-2); otherwise only its value (IMP-3). */
  readonly mandatory: boolean
}

const SHOWN = 500

/** A value as an exception shows it: NUL, which no database holds, and endless ones are cut. */
export function shown(value: string): string {
  const clean = value.replaceAll('\0', '\u{fffd}')
  return clean.length > SHOWN ? `${clean.slice(0, SHOWN).toWellFormed()}…` : clean
}
