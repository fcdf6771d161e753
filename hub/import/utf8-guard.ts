import { isUtf8 } from 'node:buffer'
import { UnusableFile } from './refusal.ts'

/**
 * Passes on the bytes of a file as they are, or refuses them at the first one that is not UTF-8 (IMP-7). A
 * character that is split between two chunks is held until it is whole.
 */
export async function* onlyUtf8(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let line = 1
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const whole = wholeCharacters(bytes)
    refuseUnlessUtf8(whole, file, line)
    line += lineBreaks(whole)
    rest = bytes.subarray(whole.length)
    yield whole
  }
  refuseUnlessUtf8(rest, file, line)
}

function refuseUnlessUtf8(bytes: Buffer, file: string, firstLine: number): void {
  if (isUtf8(bytes)) return
  const line = firstLine + lineBreaks(bytes.subarray(0, validLength(bytes)))
  throw new UnusableFile({ file, line, fault: 'the bytes there are not UTF-8' })
}

/** The bytes up to the last character that is complete: at most the last three begin another one. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

function lengthOf(firstByte: number): number {
  if (firstByte >= 0xf0) return 4
  return firstByte >= 0xe0 ? 3 : 2
}

function lineBreaks(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++
  return count
}

// The longest beginning that is UTF-8 but for a character cut at its end.
function validLength(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(wholeCharacters(bytes.subarray(0, middle)))) good = middle
    else bad = middle
  }
  return good
}
