import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFrames, encodeFrame, type Frame } from '../../electron/outbox-frame.ts'

const key = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const sealed = fc.uint8Array({ maxLength: 200 }).map(bytes => new Uint8Array(bytes))
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    records: fc.array(fc.record({ key, sealed }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('removed' as const), keys: fc.array(key, { maxLength: 8 }) }),
)
const frames = fc.array(frame, { maxLength: 8 })

describe('frames of the outbox file', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(frames, written => {
        const file = Buffer.concat(written.map(encodeFrame))
        expect(decodeFrames(file)).toEqual({ frames: written, end: file.length, damagedTo: 0 })
      }),
    )
  })

  it('before a torn end all come back, and the torn one does not', () => {
    fc.assert(
      fc.property(frames, frame, fc.nat(), (written, last, cut) => {
        const whole = Buffer.concat(written.map(encodeFrame))
        const torn = encodeFrame(last)
        const file = Buffer.concat([whole, torn.subarray(0, cut % torn.length)])
        expect(decodeFrames(file)).toEqual({ frames: written, end: whole.length, damagedTo: 0 })
      }),
    )
  })

  it('never say anything else than what was written, whichever bit turns over', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(7),
        (written, at, bit) => {
          const file = Buffer.concat(written.map(encodeFrame))
          const place = at % file.length
          file[place] = (file[place] ?? 0) ^ (1 << bit)
          const { frames: read, damagedTo } = decodeFrames(file)
          expect(read.length).toBe(written.length - 1)
          expect(written).toEqual(expect.arrayContaining([...read]))
          const ends = written.map(
            (_, last) => Buffer.concat(written.slice(0, last + 1).map(encodeFrame)).length,
          )
          const damaged = ends.find(end => place < end) ?? 0
          expect(damagedTo).toBe(damaged < file.length ? damaged : 0)
        },
      ),
    )
  })

  it('are not found in what is no outbox', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(decodeFrames(Buffer.from(bytes)).frames).toEqual([])
      }),
    )
  })
})
