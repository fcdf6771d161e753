import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Loopback too is defended: a page of anywhere can make the browser ask there. */
export async function defend(app: FastifyInstance, hosts: readonly string[], tls: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    // Whoever puts TLS in front of it says so there.
    strictTransportSecurity: tls && { maxAge: A_YEAR },
    referrerPolicy: { policy: 'no-referrer' },
  })
  const known = new Set([...LOOPBACK, ...hosts])
  app.addHook('onRequest', async request => {
    if (!known.has(nameOf(request.headers.host))) throw new Refusal('not-allowed')
    if (request.method !== 'GET' && !isFromHere(request)) throw new Refusal('not-allowed')
  })
}

const A_YEAR = 31_536_000
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  // Fluent UI puts one empty style element in place and fills it through the CSSOM.
  'style-src': ["'self'", EMPTY_STYLE],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  // No text becomes markup or script: the desk and what it is made of never ask for that.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['desk-worker'],
}

// A name that an attacker points at this machine is not on the list, whatever it resolves to.
function nameOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').toLowerCase()
}

// Browsers name the page's origin with every write; programs name none, and have no cookies to borrow. The scheme
// is not compared: TLS may end before the hub, and no other page can be at its very host and port.
function isFromHere({ headers: { origin, host } }: FastifyRequest): boolean {
  if (origin === undefined) return true
  const page = URL.parse(origin)
  // Written as a page of that scheme would write it: without the port that goes without saying.
  return page !== null && page.host !== '' && page.host === URL.parse(`${page.protocol}//${host}`)?.host
}
