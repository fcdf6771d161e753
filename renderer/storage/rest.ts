/** What some documents have besides what was read of them: it is read for all of them when one of them is asked for it. */
export interface Rest {
  readonly isRead: boolean
  read(): void
}

interface Slot {
  readonly of: Rest
  /** Null: not read yet. */
  fields: Readonly<Record<string, unknown>> | null
}

const slot = Symbol('the rest of a document')

type Document = { readonly [slot]?: Slot }

/**
 * Gives documents fields that are read later: `read` says them, document by document, and is called once at most.
 * Whoever copies, compares or writes such a document finds a field like any other.
 */
export function withRest<Key extends string>(
  documents: readonly object[],
  keys: readonly Key[],
  read: () => readonly Readonly<Record<Key, unknown>>[],
): Rest {
  let unread: { readonly slots: readonly Slot[]; readonly read: typeof read } | null = null
  const rest: Rest = {
    get isRead() {
      return unread === null
    },
    read() {
      if (!unread) return
      const { slots, read } = unread
      // Each document has its own then, and nothing has that of others: who leaves sight takes it along.
      for (const [at, fields] of read().entries()) (slots[at] as Slot).fields = fields
      unread = null
    },
  }
  const getters = keys.map(gettersOf)
  const slots = documents.map(document => {
    const own: Slot = { of: rest, fields: null }
    Object.defineProperty(document, slot, { value: own })
    for (const [at, key] of keys.entries())
      Object.defineProperty(document, key, getters[at] as PropertyDescriptor)
    return own
  })
  unread = { slots, read }
  return rest
}

const known = new Map<string, PropertyDescriptor>()

// One for all documents: they would be of another shape each, and slow, with one each.
function gettersOf(key: string): PropertyDescriptor {
  const found = known.get(key) ?? { get: getter(key), enumerable: true, configurable: true }
  known.set(key, found)
  return found
}

const getter = (key: string) =>
  function (this: Document): unknown {
    const own = this[slot] as Slot
    if (own.fields === null) own.of.read()
    return own.fields?.[key]
  }
