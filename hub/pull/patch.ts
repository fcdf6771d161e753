import { PULL_BYTES } from '../../shared/sync/protocol-version.ts'

/** A document as it is stored, or its absence. */
export interface PatchRow {
  readonly kind: string
  readonly id: string
  readonly document: string | null
  readonly stamp: string | null
  /** One a line. */
  readonly buckets: string | null
}

/** A page's operations as JSON text, put together from the documents' own: nothing is parsed on this path. */
export interface Patch {
  readonly full: boolean
  add(row: PatchRow): void
  readonly text: () => string
}

export function openPatch(granted: readonly string[]): Patch {
  const parts: string[] = []
  const namesOf = grantedNames(granted)
  let bytes = 0
  return {
    get full() {
      return bytes >= PULL_BYTES
    },
    add(row) {
      const part = operation(row, namesOf(row.buckets ?? ''))
      bytes += Buffer.byteLength(part)
      parts.push(part)
    },
    text: () => `[${parts.join(',')}]`,
  }
}

function operation({ kind, id, document, stamp }: PatchRow, buckets: string): string {
  const about = `"kind":"${kind}","id":${JSON.stringify(id)}`
  if (document === null || buckets === '[]') return `{"op":"remove",${about}}`
  return `{"op":"put",${about},"buckets":${buckets},"stamp":"${stamp}","document":${document}}`
}

// Thousands of groups are in the same few sets of buckets, so each set is worked out once.
function grantedNames(granted: readonly string[]): (lines: string) => string {
  const allowed = new Set(granted)
  const known = new Map<string, string>()
  return lines => {
    const found = known.get(lines)
    if (found !== undefined) return found
    const names = JSON.stringify(lines.split('\n').filter(name => allowed.has(name)))
    known.set(lines, names)
    return names
  }
}
