import type { Table } from 'dexie'
import { type Sealed, sealJson, unsealJson } from '../sealing/seal.ts'
import { type Databases, database } from '../storage/database.ts'
import type { Draft, Drafts } from './draft.ts'
import { type DraftShelf, heldDrafts, noShelf } from './held-drafts.ts'

/** A number stands for the place: nobody's case is written in clear. */
interface Row {
  readonly id: number
  readonly sealed: Sealed
}

interface Opened {
  readonly id: number
  readonly draft: Draft
}

/** The drafts of this person on this device; where nothing may be kept, or nothing opens, those of this session. */
export async function openDrafts(databases: Databases): Promise<Drafts> {
  const { key } = databases
  if (!key) return heldDrafts([], noShelf)
  const db = database(databases, `desk-drafts-${databases.name}`, { drafts: '++id' }, 'strict')
  try {
    const rows: Table<Row, number> = db.table('drafts')
    const kept = await rows.toArray()
    const opened = await openAll(kept, key)
    const lastId = Math.max(0, ...kept.map(({ id }) => id))
    const shelf = shelfOf({ rows, key, opened, lastId, close: () => db.close() })
    return heldDrafts(
      opened.map(({ draft }) => draft),
      shelf,
      kept.length - opened.length,
    )
  } catch (problem) {
    console.error('Drafts cannot be kept on this device.', problem)
    db.close()
    return heldDrafts([], noShelf)
  }
}

// One that does not open stays where it is: the key may come back.
async function openAll(kept: readonly Row[], key: CryptoKey): Promise<readonly Opened[]> {
  const read = await Promise.all(
    kept.map(({ id, sealed }) =>
      unsealJson(key, sealed, bound(id)).then(
        draft => ({ id, draft: draft as Draft }),
        () => null,
      ),
    ),
  )
  return read.filter(each => each !== null)
}

const bound = (id: number) => `draft/${id}`

interface Kept {
  readonly rows: Table<Row, number>
  readonly key: CryptoKey
  readonly opened: readonly Opened[]
  /** The last place that is taken, by one that does not open too: it is not written over. */
  readonly lastId: number
  readonly close: () => void
}

function shelfOf({ rows, key, opened, lastId, close }: Kept): DraftShelf {
  const ids = new Map(opened.map(({ id, draft }) => [draft.place, id]))
  let next = lastId + 1
  const told = (problem: unknown) => console.error('A draft could not be written.', problem)
  return {
    async put(draft) {
      const id = ids.get(draft.place) ?? next++
      ids.set(draft.place, id)
      await sealJson(key, draft, bound(id))
        .then(sealed => rows.put({ id, sealed }))
        .catch(told)
    },
    async remove(place) {
      const id = ids.get(place)
      ids.delete(place)
      if (id !== undefined) await rows.delete(id).catch(told)
    },
    close,
  }
}
