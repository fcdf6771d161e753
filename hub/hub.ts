import type { Logger } from 'pino'
import type { Instant } from '../shared/domain/time.ts'
import type { ProviderForDesks } from '../shared/sync/session.ts'
import type { Database } from './database/database.ts'
import type { Admit } from './http/limits.ts'
import type { PokeStreams } from './pokes/poke-streams.ts'
import type { SessionLimits } from './session/session-limits.ts'

/** What the routes stand on. */
export interface Hub {
  readonly database: Database
  readonly clock: () => Instant
  readonly random: (bytes: number) => Buffer
  /** Whether anybody may sign in as anybody, for demonstration. */
  readonly demo: boolean
  /** Null: nobody signs in with an identity provider. */
  readonly provider: { readonly forDesks: ProviderForDesks | null } | null
  readonly session: SessionLimits
  readonly pokes: PokeStreams
  readonly admit: Admit
  readonly log: Logger
}
