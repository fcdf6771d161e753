import type { Page } from '../replica/base.ts'

// As RFC 1952 has it; no text of JSON begins so.
const isZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** The text of a page as it came from the hub, gzipped or not. Rejects what was cut short. */
export async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const decoder = new TextDecoder()
  if (!isZipped(bytes)) return decoder.decode(bytes)
  const { readable, writable } = new DecompressionStream('gzip')
  // What is wrong with it is told to whoever reads.
  void writeAll(writable, bytes).catch(() => {})
  let text = ''
  // Piece by piece: all of it as bytes first would take twice as long, for memory that is new.
  for await (const piece of readable) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

async function writeAll(writable: WritableStream<BufferSource>, bytes: Uint8Array<ArrayBuffer>) {
  const writer = writable.getWriter()
  await Promise.all([writer.write(bytes), writer.close()])
}

/** How many bytes the text of such a page has; the last four of a gzipped one say it. */
export function textLength(bytes: Uint8Array<ArrayBuffer>): number {
  if (!isZipped(bytes)) return bytes.length
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true)
}

/** What such a page has of the caseload: all of it is read. */
export async function openText(bytes: Uint8Array<ArrayBuffer>) {
  const { caseload } = JSON.parse(await textOf(bytes)) as Page
  return { caseload, textLength: textLength(bytes), rest: null }
}
