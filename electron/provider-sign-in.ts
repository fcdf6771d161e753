import * as client from 'openid-client'
import { isLoopback } from '../shared/sync/loopback.ts'
import type { ProviderForDesks } from '../shared/sync/session.ts'
import { openLoopback } from './loopback.ts'

/** Opens an address in the system's own browser: a window of ours could read what is typed there. */
export type OpenInBrowser = (url: string) => Promise<void>

/**
 * Signs in with the identity provider, in the system's browser, and brings back an access token for the hub. It stays
 * in the main process, is shown to the hub once and then forgotten. Rejects when it did not come to that.
 */
export async function tokenFromProvider(
  { issuer, client: clientId, audience }: ProviderForDesks,
  openInBrowser: OpenInBrowser,
  patience?: number,
): Promise<string> {
  const url = new URL(issuer)
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new Error('The identity provider is not reached safely.')
  const execute = isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
  const provider = await client.discovery(url, clientId, undefined, client.None(), { execute })
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
    await openInBrowser(address.href)
    const checks = {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    }
    const tokens = await client.authorizationCodeGrant(provider, await door.answer, checks, {
      resource: audience,
    })
    return tokens.access_token
  } finally {
    door.close()
  }
}
