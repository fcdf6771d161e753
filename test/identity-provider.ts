import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider'

/** A real identity provider on loopback, at which whoever comes is who the test says he is. */
export interface IdentityProvider {
  readonly issuer: string
  /** Who signs in next, by staff number. */
  person: string
  /** Where it says that its sign-in page is; null: where that is. */
  page: string | null
  /** What it signs with. */
  readonly key: KeyObject
  close(): Promise<void>
}

export const AUDIENCE = 'https://hub.example'
export const OTHER_AUDIENCE = 'https://other.example'
export const CLIENT = 'desk'

/** `redirects` are where it may send browsers back to. */
export async function anIdentityProvider(redirects: readonly string[]): Promise<IdentityProvider> {
  const listener = await listening()
  const issuer = `http://127.0.0.1:${listener.port}`
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, { ...configuration(redirects), jwks: { keys: [jwkOf(key)] } })
  const state: Pick<IdentityProvider, 'person' | 'page'> = { person: 'nobody', page: null }
  signsInAtOnce(provider, state)
  saysWhereItsPageIs(provider, state)
  listener.server.on('request', provider.callback())
  return {
    issuer,
    key,
    get person() {
      return state.person
    },
    set person(number) {
      state.person = number
    },
    get page() {
      return state.page
    },
    set page(address) {
      state.page = address
    },
    close: () =>
      new Promise(done => {
        listener.server.closeAllConnections()
        listener.server.close(() => done())
      }),
  }
}

/** Its number, and no algorithm: which are taken is up to whoever checks. */
export const KEY_ID = 'of-the-test'

const jwkOf = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig' })

async function listening(): Promise<{ readonly server: Server; readonly port: number }> {
  const { createServer } = await import('node:http')
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port }
}

function configuration(redirects: readonly string[]): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...redirects],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub', 'staff_number'] },
    conformIdTokenClaims: false,
    extraTokenClaims: (_, token) => ({ staff_number: 'accountId' in token ? token.accountId : undefined }),
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, staff_number: id }) }),
    rotateRefreshToken: true,
    cookies: { keys: ['only of a test'] },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        // It serves others too: their tokens are not for this hub.
        getResourceServerInfo: (_, resource) => ({
          scope: 'hub',
          audience: resource,
          accessTokenTTL: 300,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    // Whoever was here last is not asked for again: each sign-in is a new one.
    interactions: { policy: interactionPolicy.base(), url: (_, { uid }) => `/interaction/${uid}` },
  }
}

function signsInAtOnce(provider: Provider, state: { readonly person: string }): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    const { prompt, grantId, session, params } = await provider.interactionDetails(ctx.req, ctx.res)
    const answer =
      prompt.name === 'login'
        ? { login: { accountId: state.person } }
        : { consent: { grantId: await consent(provider, grantId, session?.accountId, params) } }
    ctx.respond = false
    return provider.interactionFinished(ctx.req, ctx.res, answer, { mergeWithLastSubmission: true })
  })
}

function saysWhereItsPageIs(provider: Provider, state: { readonly page: string | null }): void {
  provider.use(async (ctx, next) => {
    await next()
    if (state.page !== null && ctx.path === '/.well-known/openid-configuration')
      ctx.body = { ...Object(ctx.body), authorization_endpoint: state.page }
  })
}

async function consent(
  provider: Provider,
  grantId: string | undefined,
  accountId: string | undefined,
  params: { readonly [name: string]: unknown },
): Promise<string> {
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant =
    known ?? new provider.Grant({ accountId: accountId ?? '', clientId: String(params.client_id) })
  grant.addOIDCScope('openid offline_access')
  grant.addOIDCClaims(['staff_number'])
  for (const audience of [AUDIENCE, OTHER_AUDIENCE]) grant.addResourceScope(audience, 'hub')
  return grant.save()
}
