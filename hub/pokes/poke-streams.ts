import type { StaffNumber } from '../../shared/domain/ids.ts'
import type { OrganisationIndex } from '../../shared/domain/organisation-index.ts'
import type { PlainDate } from '../../shared/domain/time.ts'
import { whoIsGranted } from './who-is-granted.ts'

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
  /** Ends the person's oldest where he has too many. Returns how to take it away again. */
  add(stream: PokeStream): () => void
  /** Pokes, once for each version, those who are granted one of the buckets; ends those who have no access any more. */
  touched(
    version: number,
    buckets: readonly string[],
    index: OrganisationIndex | undefined,
    today: PlainDate,
  ): void
  pokeAll(): void
  endSession(tokenHash: Buffer): void
  beat(now: string): void
  endAll(): void
}

/** Of one person: more than anybody has desks and pages open. */
const MOST = 20

export function pokeStreams(): PokeStreams {
  const poked = new Map<PokeStream, number>()
  const granted = whoIsGranted<PokeStream>()
  const each = (act: (stream: PokeStream) => void) => {
    for (const stream of [...poked.keys()]) act(stream)
  }
  function remove(stream: PokeStream): void {
    poked.delete(stream)
    granted.remove(stream)
  }

  function makeRoom(staffNumber: StaffNumber): void {
    const his = [...poked.keys()].filter(stream => stream.staffNumber === staffNumber)
    for (const oldest of his.slice(0, Math.max(0, his.length - MOST + 1))) {
      // At once, not when its line has closed, which is up to the other end.
      remove(oldest)
      oldest.end()
    }
  }

  return {
    add(stream) {
      makeRoom(stream.staffNumber)
      poked.set(stream, -1)
      granted.add(stream)
      return () => remove(stream)
    },
    touched(version, buckets, index, today) {
      if (!index) return
      for (const stream of granted.under(index, today)) stream.end()
      for (const stream of granted.oneOf(buckets)) {
        if (poked.get(stream) === version) continue
        poked.set(stream, version)
        stream.poke()
      }
    },
    pokeAll: () => each(stream => stream.poke()),
    endSession: tokenHash => each(stream => stream.tokenHash.equals(tokenHash) && stream.end()),
    beat: now => each(stream => (stream.expiresAt <= now ? stream.end() : stream.beat())),
    endAll: () => each(stream => stream.end()),
  }
}
