import type { Logger } from 'pino'
import type { Instant } from '../shared/domain/time.ts'
import type { Database } from './database/database.ts'
import type { Admit } from './http/limits.ts'
import type { PokeStreams } from './pokes/poke-streams.ts'

/** What the routes stand on. */
export interface Hub {
  readonly database: Database
  readonly clock: () => Instant
  readonly random: (bytes: number) => Buffer
  /** Whether anybody may sign in as anybody, for demonstration. */
  readonly demo: boolean
  readonly pokes: PokeStreams
  readonly admit: Admit
  readonly log: Logger
}
