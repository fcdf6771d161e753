import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { assertNever } from '../shared/domain/assert-never.ts'
import { asideName, readIfThere, replaceFile, syncFolder } from './durable-file.ts'
import { decodeFrames, encodeFrame, type Frame, type OutboxRecord } from './outbox-frame.ts'
import { keepMark, type OutboxMark, readMark, writeMark } from './outbox-mark.ts'

/** The sealed commands of one person, in a file that only grows until most of it is of the past. */
export interface OutboxFile {
  /** Those that were lost too, as far as it is known: they are in the file, with nothing in them. */
  load(): Promise<readonly (OutboxRecord | LostRecord)[]>
  /** Resolves when the records are on the disk, all of them; rejects when none is. */
  put(records: readonly OutboxRecord[]): Promise<void>
  remove(keys: readonly number[]): Promise<void>
  count(): Promise<number>
}

interface LostRecord {
  readonly key: number
  readonly sealed: null
}

interface Held {
  /** The bytes of the file that count; a frame is written behind them. */
  readonly end: number
  /** With nothing in those that were lost. */
  readonly records: ReadonlyMap<number, Uint8Array<ArrayBuffer>>
  /** What is done before anything is written to the file: else what it has lost, or may yet give back, would go. */
  readonly mending: 'set-aside' | 'write-anew' | null
}

// Below this a file is not worth writing anew.
const SMALL = 64 * 1024

export function outboxFile(path: string): OutboxFile {
  // Null: not read yet, or not known since a write failed.
  let held: Held | null = null
  let last: Promise<unknown> = Promise.resolve()

  // One after the other: two writes at once would tear each other.
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
  const known = async () => {
    held ??= await read(path)
    return held
  }
  const mended = async () => {
    let found = await known()
    if (found.mending === 'set-aside') {
      // A damaged file stays, for whoever can read more out of it.
      await replaceFile(asideName(path), await readFile(path))
      held = found = { ...found, mending: 'write-anew' }
    }
    if (found.mending) held = found = await compact(path, found)
    return found
  }
  // On a full disk what can be read is read, and nothing is written before it is mended.
  const readable = () => mended().catch(known)
  const write = async (frame: Frame) => {
    const before = await mended()
    held = null
    if (frame.kind === 'removed')
      await writeMark(path, { places: placesIn(applied(new Map(before.records), frame)), end: before.end })
    const after = await append(path, before, frame)
    if (frame.kind === 'put') await writeMark(path, { places: placesIn(after.records), end: after.end })
    // The frame is on the disk whatever becomes of the compaction: after a failed one the file is read again.
    held = isMostlyPast(after) ? await compact(path, after).catch(() => null) : after
  }

  return {
    load: () => inTurn(async () => inOrder(await readable()).map(told)),
    put: records => inTurn(() => write({ kind: 'put', records })),
    remove: keys => inTurn(() => write({ kind: 'removed', keys })),
    count: () => inTurn(async () => placesIn((await readable()).records).length),
  }
}

async function read(path: string): Promise<Held> {
  const content = (await readIfThere(path)) ?? Buffer.alloc(0)
  const { frames, end, damagedTo } = decodeFrames(content)
  const records = frames.reduce(applied, new Map<number, Uint8Array<ArrayBuffer>>())
  const gone = frames.flatMap(frame => (frame.kind === 'removed' ? frame.keys : []))
  const lost = lostOf(new Set([...records.keys(), ...gone]), await readMark(path), damagedTo)
  for (const key of lost) if (!records.has(key)) records.set(key, nothing)
  const isUnread = damagedTo > 0 || (lost.length > 0 && content.length > end)
  return { end, records, mending: isUnread ? 'set-aside' : lost.length > 0 ? 'write-anew' : null }
}

const nothing = new Uint8Array(0)

/**
 * What is marked, and in the file neither here nor gone: after a power cut the mark may be older than the file. Where
 * damage lies behind all that the mark knows, one of a place that says nothing as well.
 */
function lostOf(inFile: ReadonlySet<number>, mark: OutboxMark | null, damagedTo: number): readonly number[] {
  const lost = new Set(mark?.places.filter(key => !inFile.has(key)))
  if (damagedTo > (mark?.end ?? 0)) lost.add(0)
  return [...lost]
}

const placesIn = (records: Held['records']) =>
  [...records].filter(([, sealed]) => sealed.length > 0).map(([key]) => key)

const told = ({ key, sealed }: OutboxRecord): OutboxRecord | LostRecord => ({
  key,
  sealed: sealed.length > 0 ? sealed : null,
})

type Records = Map<number, Uint8Array<ArrayBuffer>>

function applied(records: Records, frame: Frame): Records {
  switch (frame.kind) {
    case 'put':
      for (const { key, sealed } of frame.records) records.set(key, sealed)
      return records
    case 'removed':
      for (const key of frame.keys) records.delete(key)
      return records
    default:
      return assertNever(frame)
  }
}

async function append(path: string, { end, records }: Held, frame: Frame): Promise<Held> {
  const bytes = encodeFrame(frame)
  const isNew = (await stat(path).catch(() => null)) === null
  const file = await open(path, isNew ? 'wx+' : 'r+', 0o600)
  try {
    await writeAt(file, bytes, end)
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(dirname(path))
  return { end: end + bytes.length, records: applied(new Map(records), frame), mending: null }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, end: number): Promise<void> {
  // A torn end goes first: behind it nothing would be found when it holds a mark and a length.
  await file.truncate(end)
  try {
    await writeAll(file, bytes, end)
    await file.sync()
  } catch (problem) {
    // Said not to be saved, so it must not be there at the next start either.
    await file.truncate(end)
    await file.sync()
    throw problem
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, end: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, end + written)
    written += bytesWritten
  }
}

function isMostlyPast({ end, records }: Held): boolean {
  const live = [...records.values()].reduce((sum, sealed) => sum + sealed.length + 12, 0)
  return end > SMALL && end > 4 * live
}

async function compact(path: string, held: Held): Promise<Held> {
  const bytes = encodeFrame({ kind: 'put', records: inOrder(held) })
  const end = bytes.length
  // With those that were lost: until the file is written anew it does not have them.
  await keepMark(path, { places: [...held.records.keys()], end })
  await replaceFile(path, bytes)
  return { end, records: held.records, mending: null }
}

function inOrder({ records }: Held): readonly OutboxRecord[] {
  return [...records].map(([key, sealed]) => ({ key, sealed })).sort((a, b) => a.key - b.key)
}
