import type { OutboxHome, SealedRecord } from '../../../renderer/home/home.ts'

/** An outbox home that keeps what it is told, and fails when it is told to. */
export interface TestOutboxHome extends OutboxHome {
  readonly records: Map<number, SealedRecord['sealed']>
  /** Each write that came, in its order. */
  readonly writes: string[]
  failing: boolean
  /** The places of what waited here and is gone. */
  lost: Set<number>
}

export function anOutboxHome(): TestOutboxHome {
  const records = new Map<number, SealedRecord['sealed']>()
  const home: TestOutboxHome = {
    records,
    writes: [],
    failing: false,
    lost: new Set(),
    load: async () => [
      ...[...records].map(([key, sealed]) => ({ key, sealed })),
      ...[...home.lost].map(key => ({ key, sealed: null })),
    ],
    async put(_, added) {
      await Promise.resolve()
      if (home.failing) throw new Error('The disk is full.')
      home.writes.push(`put ${added.map(({ key }) => key).join(',')}`)
      for (const { key, sealed } of added) records.set(key, sealed)
    },
    async remove(_, keys) {
      home.writes.push(`remove ${keys.join(',')}`)
      for (const key of keys) records.delete(key)
      for (const key of keys) home.lost.delete(key)
    },
    count: async () => records.size,
    countAll: async () => records.size,
  }
  return home
}
