import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import type { StaffNumber } from '../../shared/domain/ids.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { isLoopback } from '../../shared/sync/loopback.ts'
import type { ProviderForDesks } from '../../shared/sync/session.ts'
import type { SignInUnderWay } from './sign-in-under-way.ts'

/** The identity provider that says who somebody is; what he may do, the hub's own staff table says (ACC-4). */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | null
  /** The claim with the staff number. */
  readonly claim: string
  /** What access tokens of desks must be for; null: none are taken. */
  readonly audience: string | null
  /** Where the provider sends browsers back to: the hub as they reach it. */
  readonly publicUrl: string
}

export interface Provider {
  /** Null: desktop applications cannot bring tokens. */
  readonly forDesks: ProviderForDesks | null
  /** Where to send a browser that wants to sign in, and what must be known when it comes back. */
  begin(device: string): Promise<{ readonly url: string; readonly underWay: SignInUnderWay }>
  /** Who came back. Rejects when what came is not the provider's answer to what was begun. */
  end(query: string, underWay: SignInUnderWay): Promise<StaffNumber>
  /** Whose access token it is. Rejects whatever the provider did not make for this hub. */
  ofToken(token: string): Promise<StaffNumber>
}

export const CALLBACK = '/session/callback'

// No symmetric ones: whoever could check a token could make one.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']

/** Asks the provider about itself when it is first needed: a hub starts without it. */
export function openProvider(settings: ProviderSettings): Provider {
  const { audience, claim, publicUrl } = settings
  const redirect = new URL(CALLBACK, publicUrl).href
  const configuration = untilItWorks(() => discover(settings))
  const keys = untilItWorks(async () => {
    const { jwks_uri } = (await configuration()).serverMetadata()
    if (!jwks_uri) throw new Error('The identity provider names no keys.')
    return createRemoteJWKSet(new URL(jwks_uri))
  })
  return {
    forDesks: audience === null ? null : { issuer: settings.issuer, client: settings.clientId, audience },
    async begin(device) {
      const underWay: SignInUnderWay = {
        device,
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      }
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
        state: underWay.state,
        nonce: underWay.nonce,
      })
      return { url: url.href, underWay }
    },
    async end(query, { verifier, state, nonce }) {
      const answer = new URL(redirect)
      answer.search = query
      const tokens = await client.authorizationCodeGrant(await configuration(), answer, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      return numberIn(tokens.claims()?.[claim])
    },
    async ofToken(token) {
      if (audience === null) throw new Error('No access tokens are taken.')
      const { payload } = await jwtVerify(token, await keys(), {
        issuer: settings.issuer,
        audience,
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'sub', 'client_id'],
      })
      if (payload.sub === '') throw new Error('The token is of nobody.')
      return numberIn(payload[claim])
    },
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const url = new URL(issuer)
  // In clear to this machine only.
  const execute = isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
  const authentication = clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret)
  return client.discovery(url, clientId, undefined, authentication, { execute })
}

function numberIn(claimed: unknown): StaffNumber {
  return staffNumber.parse(claimed)
}

/** Done once; after a failure it is tried again. */
function untilItWorks<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => {
    made ??= make().catch(problem => {
      made = null
      throw problem
    })
    return made
  }
}
