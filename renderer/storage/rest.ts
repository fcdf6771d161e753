/** What some documents have besides what was read of them: it is read for all of them when one of them is asked for it. */
export interface Rest {
  readonly isRead: boolean
  read(): void
}

type Fields<Key extends string> = Readonly<Record<Key, unknown>>

interface Slot {
  readonly rest: Rest
  /** Null: not read yet. */
  fields: Fields<string> | null
}

const slot = Symbol('the rest of a document')

type Document = { readonly [slot]?: Slot }

/**
 * Gives documents fields that are read later: `fieldsOfAll` says them, document by document, and is called once at most.
 * Whoever copies, compares or writes such a document finds a field like any other.
 */
export function withRest<Key extends string>(
  documents: readonly object[],
  keys: readonly Key[],
  fieldsOfAll: () => readonly Fields<Key>[],
): Rest {
  let unread: { readonly slots: readonly Slot[]; readonly fieldsOfAll: typeof fieldsOfAll } | null = null
  const rest: Rest = {
    get isRead() {
      return unread === null
    },
    read() {
      if (!unread) return
      // Each document has its own then, and nothing has that of others: what leaves sight takes it along.
      for (const [at, fields] of unread.fieldsOfAll().entries()) (unread.slots[at] as Slot).fields = fields
      unread = null
    },
  }
  const fields = keys.map(key => [key, descriptorOf(key)] as const)
  const slots = documents.map(document => {
    const own: Slot = { rest, fields: null }
    Object.defineProperty(document, slot, { value: own })
    for (const [key, descriptor] of fields) Object.defineProperty(document, key, descriptor)
    return own
  })
  unread = { slots, fieldsOfAll }
  return rest
}

const descriptors = new Map<string, PropertyDescriptor>()

// One for all documents: with one each they would be of another shape each, and slow.
function descriptorOf(key: string): PropertyDescriptor {
  const found = descriptors.get(key) ?? { get: getter(key), enumerable: true, configurable: true }
  descriptors.set(key, found)
  return found
}

const getter = (key: string) =>
  function (this: Document): unknown {
    const own = this[slot] as Slot
    if (own.fields === null) own.rest.read()
    return own.fields?.[key]
  }
