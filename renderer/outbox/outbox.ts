import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { OutboxHome, SealedRecord } from '../home/home.ts'
import { sealJson, unsealJson } from '../sealing/seal.ts'
import { madeAt, type StoredEntry } from './stored-entry.ts'

/**
 * The person's commands that are not done, and those that were refused. What is in memory holds at once; each
 * write resolves when it is durable. Writes follow one another, so that the home never has a later one alone.
 */
export interface Outbox {
  /** In their order. */
  entries(): readonly StoredEntry[]
  /** Of each record that does not open with this key, when it was made, as far as is known: they stay, and are told. */
  readonly unreadable: Unreadable
  /** The same of each that this device has lost: told until its person has looked. */
  lost(): Unreadable
  /** Gone at once in memory; what cannot be forgotten here now is told again at the next start. */
  forgetLost(): Promise<void>
  /** A place behind all that were ever given, and not before `now`: it says when its record was made without opening it. */
  nextSeq(now: number): number
  isDurable(entry: StoredEntry): boolean
  /** Rejects, and forgets them again, where they cannot be kept. */
  add(entries: readonly StoredEntry[]): Promise<void>
  /** What is there under the same place is replaced, what is not is put in its place. */
  replace(entries: readonly StoredEntry[]): Promise<void>
  /** Gone at once in memory, where they are kept only after `first` is durable too. */
  remove(seqs: readonly number[], first?: Promise<unknown>): Promise<void>
  /** Resolves when all that was asked for is written, or has failed. */
  idle(): Promise<void>
}

/** When each was made; null: nobody knows. */
export type Unreadable = readonly (Instant | null)[]

/** Reads the outbox; a record that does not open with this key is left where it is. */
export async function openOutbox(
  home: OutboxHome,
  person: StaffNumber,
  key: CryptoKey | null,
  /** Places up to this one are taken by commands that are kept elsewhere. */
  taken: number,
): Promise<Outbox> {
  const keeper = key ? sealedKeeper(home, person, key) : memoryKeeper
  const loaded = await keeper.load()
  let { entries, lost } = loaded
  let lastSeq = Math.max(taken, loaded.lastSeq)
  const unsaved = new Set<number>()
  let last: Promise<unknown> = Promise.resolve()

  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }

  async function add(added: readonly StoredEntry[]): Promise<void> {
    entries = merge(entries, added)
    for (const { seq } of added) unsaved.add(seq)
    try {
      await inTurn(() => keeper.put(added))
    } catch (problem) {
      entries = without(entries, new Set(added.map(({ seq }) => seq)))
      throw problem
    } finally {
      for (const { seq } of added) unsaved.delete(seq)
    }
  }

  return {
    entries: () => entries,
    unreadable: loaded.unreadable,
    lost: () => lost.map(madeAt),
    forgetLost() {
      const told = lost
      lost = []
      return inTurn(() => keeper.remove(told))
    },
    nextSeq(now) {
      lastSeq = Math.max(lastSeq + 1, now)
      return lastSeq
    },
    isDurable: ({ seq }) => !unsaved.has(seq),
    add,
    replace(changed) {
      if (changed.length === 0) return Promise.resolve()
      entries = merge(entries, changed)
      return inTurn(() => keeper.put(changed))
    },
    remove(seqs, first) {
      if (seqs.length === 0) return Promise.resolve()
      entries = without(entries, new Set(seqs))
      return inTurn(async () => {
        await first
        await keeper.remove(seqs)
      })
    },
    async idle() {
      await last
    },
  }
}

function merge(entries: readonly StoredEntry[], changed: readonly StoredEntry[]): readonly StoredEntry[] {
  const bySeq = new Map([...entries, ...changed].map(entry => [entry.seq, entry]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

function without(entries: readonly StoredEntry[], seqs: ReadonlySet<number>): readonly StoredEntry[] {
  return entries.filter(({ seq }) => !seqs.has(seq))
}

interface Loaded {
  readonly entries: readonly StoredEntry[]
  /** The last place that is taken, by a record that does not open too: it is not written over. */
  readonly lastSeq: number
  readonly unreadable: Unreadable
  /** The places of those that are lost. */
  readonly lost: readonly number[]
}

interface Keeper {
  load(): Promise<Loaded>
  put(entries: readonly StoredEntry[]): Promise<void>
  remove(seqs: readonly number[]): Promise<void>
}

// Without a key nothing may be written: what is performed is held until the hub has it.
const memoryKeeper: Keeper = {
  load: async () => ({ entries: [], lastSeq: 0, unreadable: [], lost: [] }),
  put: async () => {},
  remove: async () => {},
}

function sealedKeeper(home: OutboxHome, person: StaffNumber, key: CryptoKey): Keeper {
  return {
    async load() {
      const loaded = await home.load(person)
      const records = loaded.filter(({ sealed }) => sealed !== null) as readonly SealedRecord[]
      const lost = loaded.filter(({ sealed }) => sealed === null).map(({ key }) => key)
      const read = await Promise.all(records.map(record => open(key, record)))
      const entries = read.filter(entry => entry !== null).sort((a, b) => a.seq - b.seq)
      const unreadable = records.filter((_, at) => read[at] === null).map(({ key }) => madeAt(key))
      if (unreadable.length > 0) console.error('Some waiting changes cannot be read; they stay sealed.')
      const lastSeq = Math.max(0, ...loaded.map(({ key }) => key))
      return { entries, lastSeq, unreadable, lost }
    },
    async put(entries) {
      const kept = entries.filter(({ sensitive }) => !sensitive)
      if (kept.length > 0) await home.put(person, await Promise.all(kept.map(entry => sealed(key, entry))))
    },
    remove: seqs => home.remove(person, seqs),
  }
}

async function sealed(key: CryptoKey, entry: StoredEntry): Promise<SealedRecord> {
  return { key: entry.seq, sealed: await sealJson(key, entry, boundTo(entry.seq)) }
}

async function open(key: CryptoKey, record: SealedRecord): Promise<StoredEntry | null> {
  try {
    return (await unsealJson(key, record.sealed, boundTo(record.key))) as StoredEntry
  } catch {
    return null
  }
}

const boundTo = (seq: number) => `outbox/${seq}`
