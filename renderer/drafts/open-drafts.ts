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
    const opened = await openAll(rows, key)
    const shelf = shelfOf(rows, key, opened, () => db.close())
    return heldDrafts(
      opened.map(({ draft }) => draft),
      shelf,
    )
  } catch (problem) {
    console.error('Drafts cannot be kept on this device.', problem)
    db.close()
    return heldDrafts([], noShelf)
  }
}

async function openAll(rows: Table<Row, number>, key: CryptoKey): Promise<readonly Opened[]> {
  const opened: Opened[] = []
  for (const { id, sealed } of await rows.toArray()) {
    const draft = await unsealJson(key, sealed, bound(id)).catch(() => null)
    if (draft === null) await rows.delete(id)
    else opened.push({ id, draft: draft as Draft })
  }
  return opened
}

const bound = (id: number) => `draft/${id}`

function shelfOf(
  rows: Table<Row, number>,
  key: CryptoKey,
  opened: readonly Opened[],
  close: () => void,
): DraftShelf {
  const ids = new Map(opened.map(({ id, draft }) => [draft.place, id]))
  let next = Math.max(0, ...ids.values()) + 1
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
