import * as client from 'openid-client'
import { isLoopback } from '../shared/sync/loopback.ts'
import type { ProviderForDesks } from '../shared/sync/session.ts'
import type { FailureCode } from './contract.ts'
import { openLoopback } from './loopback.ts'

/** Opens an address of that origin in the system's own browser: a window of ours could read what is typed there. */
export type OpenInBrowser = (url: string, origin: string) => Promise<void>

/**
 * Signs in with the identity provider, in the system's browser, and brings back an access token for the hub. It stays
 * in the main process, is shown to the hub once and then forgotten. Rejects when it did not come to that,
 * with the code of what to say as its cause.
 */
export async function tokenFromProvider(
  { issuer, client: clientId, audience }: ProviderForDesks,
  openInBrowser: OpenInBrowser,
  { patience, givenUp }: Waiting = {},
): Promise<string> {
  const wanted = unlessGivenUp(givenUp)
  const url = new URL(issuer)
  if (!isSafe(url)) throw new Error('The identity provider is not reached safely.')
  const execute = isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
  const found = client.discovery(url, clientId, undefined, client.None(), { execute })
  const provider = await wanted(found.catch(unreachable))
  const [verifier, state, nonce] = [
    client.randomPKCECodeVerifier(),
    client.randomState(),
    client.randomNonce(),
  ]
  const door = await openLoopback(state, patience)
  try {
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: door.redirect.href,
      scope: 'openid',
      resource: audience,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    await openInBrowser(address.href, originOfPage(provider))
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    }
    const answer = await wanted(door.answer)
    const tokens = client.authorizationCodeGrant(provider, answer, checks, { resource: audience })
    return (await wanted(tokens)).access_token
  } finally {
    door.close()
  }
}

/** Of the page at which one signs in, by the provider's own word: many keep it at another address than their issuer's. */
function originOfPage(provider: client.Configuration): string {
  const page = new URL(provider.serverMetadata().authorization_endpoint ?? '')
  if (!isSafe(page)) throw new Error('The page of the identity provider is not reached safely.')
  return page.origin
}

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))

interface Waiting {
  /** How long the browser may stay away. */
  readonly patience?: number
  readonly givenUp?: AbortSignal
}

/** What was waited for; rejects at once where nobody wants it any more. */
function unlessGivenUp(givenUp: AbortSignal | undefined) {
  const { promise, reject } = Promise.withResolvers<never>()
  promise.catch(() => {})
  const end = () =>
    reject(new Error('The sign-in was given up.', { cause: 'given-up' satisfies FailureCode }))
  if (givenUp?.aborted) end()
  givenUp?.addEventListener('abort', end, { once: true })
  return <Value>(work: Promise<Value>): Promise<Value> => Promise.race([work, promise])
}

function unreachable(): never {
  const cause: FailureCode = 'provider-unreachable'
  throw new Error('The identity provider does not answer.', { cause })
}
