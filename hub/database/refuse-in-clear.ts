import pg from 'pg'
import { isLoopback } from '../../shared/sync/loopback.ts'
import { Refusal } from '../import/refusal.ts'

/** A PostgreSQL elsewhere is spoken to over TLS, with its name and certificate checked, unless its address says otherwise in so many words. */
export function refuseInClear(url: string): void {
  // As the client itself finds it: in the address, beside it, or in the environment.
  const { host } = new pg.Client({ connectionString: url })
  // A path is a socket of this machine.
  if (host.startsWith('/') || isLoopback(host)) return
  const mode = URL.parse(url)?.searchParams.get('sslmode')
  if (mode === 'verify-full' || mode === 'disable') return
  throw new Refusal(
    `The PostgreSQL at ${host} is another machine, and what the hub says to it must not go over the network in clear: add ?sslmode=verify-full to its address (and &sslrootcert=FILE for an authority of your own). Where the way there is safe otherwise, say so with ?sslmode=disable.`,
  )
}
