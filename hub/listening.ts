import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Tls } from './app.ts'
import { Refusal } from './import/refusal.ts'

/** Where and how a hub is to be reached, as whoever starts it says. */
export interface Reached {
  readonly host?: string | undefined
  readonly certFile?: string | undefined
  readonly keyFile?: string | undefined
  readonly behindProxy?: boolean
  readonly publicUrl?: string | undefined
}

export interface Listening {
  readonly host: string
  /** The names by which desks may call it. */
  readonly names: readonly string[]
  readonly tls: Tls | undefined
  readonly behindProxy: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** In clear a hub speaks to its own machine only. */
export function listeningOf({
  host = '127.0.0.1',
  publicUrl,
  behindProxy = false,
  ...files
}: Reached): Listening {
  const tls = tlsOf(files)
  if (!tls && !LOOPBACK.has(host))
    throw new Refusal(
      'To other machines the hub speaks over TLS only: give it --tls-cert and --tls-key, or leave --host out and put a proxy in front of it.',
    )
  const names = publicUrl === undefined ? [host] : [host, new URL(publicUrl).hostname]
  return { host, names, tls, behindProxy }
}

function tlsOf({ certFile, keyFile }: Pick<Reached, 'certFile' | 'keyFile'>): Tls | undefined {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined)
    throw new Refusal('TLS needs both, --tls-cert with the certificate and --tls-key with its key.')
  try {
    const tls = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    createSecureContext(tls)
    return tls
  } catch {
    // Not what exactly: that could quote the key.
    throw new Refusal(`${certFile} and ${keyFile} are not a certificate and its key in PEM that can be read.`)
  }
}
