import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { pageDirectives } from '../../shared/sync/content-security-policy.ts'
import { isLoopback } from '../../shared/sync/loopback.ts'
import { Refusal } from './refusal.ts'

/** Loopback too is defended: a page of anywhere can make the browser ask there. */
export async function defend(app: FastifyInstance, hosts: readonly string[], tls: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: pageDirectives },
    // Whoever puts TLS in front of it says so there.
    strictTransportSecurity: tls && { maxAge: A_YEAR },
    referrerPolicy: { policy: 'no-referrer' },
  })
  const known = new Set(hosts)
  app.addHook('onRequest', async request => {
    const name = nameOf(request.headers.host)
    if (!isLoopback(name) && !known.has(name)) throw new Refusal('not-allowed')
    if (request.method !== 'GET' && !isFromHere(request)) throw new Refusal('not-allowed')
  })
}

const A_YEAR = 31_536_000

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
