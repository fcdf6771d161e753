import type { Envelope } from '../../shared/commands/envelope.ts'
import type { ClientId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { CommandResult } from '../../shared/sync/push.ts'

/** A command of the outbox, as it is sealed and kept. */
export interface StoredEntry {
  /** Its place among the person's commands on this device: about when it was made. Says nothing to the hub. */
  readonly seq: number
  readonly envelope: Envelope
  /** On a nationally sensitive group: in memory only, never written to disk (ACC-3). */
  readonly sensitive: boolean
  /** Handed to a push once: it may have been applied, so it can no longer be taken back. */
  readonly handed: boolean
  /** What it was sent as. Null: not yet, or its client was given up; the hub knows a repeat by its envelope's id. */
  readonly sent: { readonly clientId: ClientId; readonly seq: number } | null
  readonly refused: {
    readonly result: Extract<CommandResult, { kind: 'refused' }>
    readonly at: Instant
  } | null
}

export const newEntry = (seq: number, envelope: Envelope, sensitive = false): StoredEntry => ({
  seq,
  envelope,
  sensitive,
  handed: false,
  sent: null,
  refused: null,
})

// Places were counted from 1 once.
const FIRST_TIME = Date.parse('2026-01-01T00:00:00Z')
const LAST_TIME = 8_640_000_000_000_000

/** What a place says of when its command was made; null: nothing. */
export const madeAt = (place: number): Instant | null =>
  place < FIRST_TIME || place > LAST_TIME ? null : new Date(place).toISOString()

/** Goes with the memory that it is in, whether it waits or was refused. */
export const isPassing = ({ sensitive }: Pick<StoredEntry, 'sensitive'>, keeps: boolean): boolean =>
  sensitive || !keeps

export const isPending = ({ refused }: StoredEntry): boolean => refused === null
