import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { isLoopback } from '../shared/sync/loopback.ts'
import type { Tls } from './app.ts'
import { Refusal } from './import/refusal.ts'

/** Where and how a hub is to be reached, as whoever starts it says. */
export interface Reached {
  readonly host?: string | undefined
  readonly certFile?: string | undefined
  readonly keyFile?: string | undefined
  /** The addresses of proxies in front, with commas between: one, a network, or `loopback`. */
  readonly proxy?: string | undefined
  readonly publicUrl?: string | undefined
}

export interface Listening {
  readonly host: string
  /** The names by which desks may call it. */
  readonly names: readonly string[]
  readonly tls: Tls | undefined
  readonly proxy: string | undefined
}

/** In clear a hub speaks to its own machine only. */
export function listeningOf({ host = '127.0.0.1', publicUrl, proxy, ...files }: Reached): Listening {
  const tls = tlsOf(files)
  if (!tls && !isLoopback(host))
    throw new Refusal(
      'To other machines the hub speaks over TLS only: give it --tls-cert and --tls-key, or leave --host out and put a proxy in front of it.',
    )
  if (proxy !== undefined && !proxy.split(',').every(isPlace))
    throw new Refusal(
      `${proxy} is not where a proxy can be: say loopback, an address, or a network like 10.1.0.0/16.`,
    )
  const names = publicUrl === undefined ? [host] : [host, new URL(publicUrl).hostname]
  return { host, names, tls, proxy }
}

/** Of a network at least one bit is said: the whole world is no proxy. */
function isPlace(text: string): boolean {
  const [address = '', bits = '32', ...more] = text.split('/')
  if (text === 'loopback') return true
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most && more.length === 0
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
