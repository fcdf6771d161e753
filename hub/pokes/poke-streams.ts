import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import { grantsOf } from '../../shared/sync/buckets.ts'

/** One desk that waits for hints. */
export interface PokeStream {
  readonly staffNumber: StaffNumber
  readonly tokenHash: Buffer
  readonly expiresAt: string
  poke(): void
  /** Keeps proxies and the desk from taking silence for a dead connection. */
  beat(): void
  end(): void
}

export interface PokeStreams {
  /** Returns how to take it away again. */
  add(stream: PokeStream): () => void
  /** Pokes, once for each version, those who are granted one of the buckets; ends those who have no access any more. */
  touched(version: number, buckets: readonly string[], index: OrganisationIndex | undefined): void
  pokeAll(): void
  endSession(tokenHash: Buffer): void
  beat(now: string): void
  endAll(): void
}

export function pokeStreams(): PokeStreams {
  const streams = new Map<PokeStream, { poked: number }>()

  function touch(
    stream: PokeStream,
    version: number,
    touched: ReadonlySet<string>,
    index: OrganisationIndex,
  ) {
    const grants = grantsOf(stream.staffNumber, index)
    if (grants.length === 0) return stream.end()
    const memory = streams.get(stream)
    if (!memory || memory.poked === version || !grants.some(bucket => touched.has(bucket))) return
    memory.poked = version
    stream.poke()
  }

  return {
    add(stream) {
      streams.set(stream, { poked: -1 })
      return () => streams.delete(stream)
    },
    touched(version, buckets, index) {
      const set = new Set(buckets)
      if (index) for (const stream of streams.keys()) touch(stream, version, set, index)
    },
    pokeAll() {
      for (const stream of streams.keys()) stream.poke()
    },
    endSession(tokenHash) {
      for (const stream of streams.keys()) if (stream.tokenHash.equals(tokenHash)) stream.end()
    },
    beat(now) {
      for (const stream of streams.keys()) {
        if (stream.expiresAt <= now) stream.end()
        else stream.beat()
      }
    },
    endAll() {
      for (const stream of streams.keys()) stream.end()
    },
  }
}
