import { readFile } from 'node:fs/promises'
import type { CustomScheme, Protocol } from 'electron'
import { contentSecurityPolicy } from '../shared/sync/content-security-policy.ts'
import type { Manifest } from './built-files.ts'
import { isOwn, SCHEME } from './page-address.ts'

// No more than a page needs. `corsEnabled` would let any other origin read what is served here.
const desk: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Before the app is ready, once. */
export function declareScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([desk])
}

/** Serves the built desk, and nothing that is not in the manifest. */
export function serveScheme(protocol: Pick<Protocol, 'handle'>, manifest: Manifest): void {
  protocol.handle(SCHEME, request => answer(request, manifest))
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

async function answer(request: Pick<Request, 'method' | 'url'>, manifest: Manifest): Promise<Response> {
  if (!isOwn(request.url)) return refusal(404)
  if (request.method !== 'GET') return refusal(405)
  const { pathname } = new URL(request.url)
  const file = manifest.get(pathname === '/' ? '/index.html' : pathname)
  if (!file) return refusal(404)
  return new Response(new Uint8Array(await readFile(file.path)), {
    headers: { ...headers, 'content-type': file.type },
  })
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers })
}
