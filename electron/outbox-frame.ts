import { crc32 } from 'node:zlib'

/** One write to the outbox: records added (or replaced), or keys removed. All of it is read back, or none. */
export type Frame =
  | { readonly kind: 'put'; readonly records: readonly OutboxRecord[] }
  | { readonly kind: 'removed'; readonly keys: readonly number[] }

export interface OutboxRecord {
  readonly key: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

// A frame: mark, length of the body, CRC-32 of the body, body. A body: kind, count, then the keys, a put's each
// with the length of its bytes and the bytes. Numbers are little-endian; keys are doubles, which hold all safe ones.
const MARK = Buffer.from('DOBX')
const HEAD = 12
const PUT = 1
const REMOVED = 2

export function encodeFrame(frame: Frame): Buffer {
  const body = frame.kind === 'put' ? encodePut(frame.records) : encodeRemoved(frame.keys)
  const head = Buffer.alloc(HEAD)
  MARK.copy(head)
  head.writeUInt32LE(body.length, 4)
  head.writeUInt32LE(crc32(body), 8)
  return Buffer.concat([head, body])
}

function bodyHead(kind: number, count: number): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(kind)
  head.writeUInt32LE(count, 1)
  return head
}

function encodePut(records: readonly OutboxRecord[]): Buffer {
  const parts: Uint8Array[] = [bodyHead(PUT, records.length)]
  for (const { key, sealed } of records) {
    const head = Buffer.alloc(12)
    head.writeDoubleLE(key)
    head.writeUInt32LE(sealed.length, 8)
    parts.push(head, sealed)
  }
  return Buffer.concat(parts)
}

function encodeRemoved(keys: readonly number[]): Buffer {
  const body = Buffer.alloc(8 * keys.length)
  keys.forEach((key, index) => {
    body.writeDoubleLE(key, 8 * index)
  })
  return Buffer.concat([bodyHead(REMOVED, keys.length), body])
}

export interface Decoded {
  readonly frames: readonly Frame[]
  /** Where the last whole frame ends: what follows was being written when the power went. */
  readonly end: number
  /** Where the last unreadable bytes that stand before a whole frame end: not a torn end, but damage. 0: none are. */
  readonly damagedTo: number
}

/** Reads all whole frames, also those behind damage: a torn end loses nothing that was said to be saved. */
export function decodeFrames(file: Buffer): Decoded {
  const frames: Frame[] = []
  let end = 0
  let damagedTo = 0
  for (let at = file.indexOf(MARK); at >= 0; ) {
    const found = decodeAt(file, at)
    if (found) {
      if (at > end) damagedTo = at
      frames.push(found.frame)
      end = found.end
    }
    at = file.indexOf(MARK, found ? found.end : at + 1)
  }
  return { frames, end, damagedTo }
}

function decodeAt(file: Buffer, at: number): { readonly frame: Frame; readonly end: number } | null {
  if (file.length < at + HEAD) return null
  const end = at + HEAD + file.readUInt32LE(at + 4)
  if (end > file.length) return null
  const body = file.subarray(at + HEAD, end)
  if (crc32(body) !== file.readUInt32LE(at + 8)) return null
  const frame = decodeBody(body)
  return frame && { frame, end }
}

function decodeBody(body: Buffer): Frame | null {
  if (body.length < 5) return null
  const count = body.readUInt32LE(1)
  const kind = body.readUInt8()
  if (kind === PUT) return decodePut(body, count)
  return kind === REMOVED && body.length === 5 + 8 * count ? decodeRemoved(body, count) : null
}

function decodePut(body: Buffer, count: number): Frame | null {
  const records: OutboxRecord[] = []
  let at = 5
  for (let index = 0; index < count; index++) {
    if (body.length < at + 12) return null
    const start = at + 12
    const next = start + body.readUInt32LE(at + 8)
    if (next > body.length) return null
    records.push({ key: body.readDoubleLE(at), sealed: new Uint8Array(body.subarray(start, next)) })
    at = next
  }
  return at === body.length ? { kind: 'put', records } : null
}

function decodeRemoved(body: Buffer, count: number): Frame {
  const keys = Array.from({ length: count }, (_, index) => body.readDoubleLE(5 + 8 * index))
  return { kind: 'removed', keys }
}
