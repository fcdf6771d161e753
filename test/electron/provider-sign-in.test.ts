import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { browserOpener } from '../../electron/browser-opener.ts'
import { tokenFromProvider } from '../../electron/provider-sign-in.ts'
import { aBrowser } from '../a-browser.ts'
import { AUDIENCE, anIdentityProvider, CLIENT, type IdentityProvider } from '../identity-provider.ts'

let identity: IdentityProvider
beforeAll(async () => {
  identity = await anIdentityProvider(['http://127.0.0.1/signed-in'])
  identity.person = 'N1-1'
})
afterEach(() => {
  identity.page = null
})
afterAll(() => identity.close())

const provider = () => ({ issuer: identity.issuer, client: CLIENT, audience: AUDIENCE })

/** Comes back with something else than the provider said. */
const tampering = (change: (query: URLSearchParams) => void) => async (url: string) => {
  const { at } = await aBrowser().go(url, ({ pathname }) => pathname === '/signed-in')
  change(at.searchParams)
  await fetch(at)
}

describe('signing in with the provider in the system’s browser', () => {
  it('brings a token that is for the hub', async () => {
    const token = await tokenFromProvider(provider(), async url => void (await aBrowser().go(url)))
    expect(decodeJwt(token)).toMatchObject({ aud: AUDIENCE, staff_number: 'N1-1', iss: identity.issuer })
  })

  it.each<[string, (query: URLSearchParams) => void]>([
    ['another issuer', query => query.set('iss', 'https://evil.example')],
    ['no code', query => query.delete('code')],
    ['a made-up code', query => query.set('code', 'x'.repeat(43))],
    ['an error', query => query.set('error', 'access_denied')],
  ])('fails where what comes back has %s', async (_, change) => {
    await expect(tokenFromProvider(provider(), tampering(change))).rejects.toThrow()
  })

  it('fails where what comes back is of another sign-in, when its time is over', async () => {
    const other = tampering(query => query.set('state', 'another'))
    await expect(tokenFromProvider(provider(), other, { patience: 200 })).rejects.toMatchObject({
      cause: 'sign-in-late',
    })
  })

  it('fails where the nonce or the challenge was changed on the way', async () => {
    for (const name of ['nonce', 'code_challenge']) {
      const changed = async (url: string) => {
        const way = new URL(url)
        way.searchParams.set(name, 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
        await aBrowser().go(way.href)
      }
      await expect(tokenFromProvider(provider(), changed)).rejects.toThrow()
    }
  })

  it('ends at once when it is given up, while the browser is away and before it was opened', async () => {
    const away = new AbortController()
    const waiting = tokenFromProvider(provider(), async () => away.abort(), { givenUp: away.signal })
    await expect(waiting).rejects.toMatchObject({ cause: 'given-up' })
    const before = tokenFromProvider(provider(), async () => {}, { givenUp: AbortSignal.abort() })
    await expect(before).rejects.toMatchObject({ cause: 'given-up' })
  })

  it('says that the provider does not answer', async () => {
    const gone = { ...provider(), issuer: 'http://127.0.0.1:9' }
    await expect(tokenFromProvider(gone, async () => {})).rejects.toMatchObject({
      cause: 'provider-unreachable',
    })
  })

  it('opens nothing in the browser but what is of the provider', async () => {
    const opened: string[] = []
    const open = browserOpener({ openExternal: async url => void opened.push(url) })
    const givenUp = new AbortController()
    const opening = async (url: string, origin: string) => {
      await open(url, origin)
      givenUp.abort()
    }
    await expect(tokenFromProvider(provider(), opening, { givenUp: givenUp.signal })).rejects.toMatchObject({
      cause: 'given-up',
    })
    expect(opened).toEqual([expect.stringContaining(`${identity.issuer}/`)])
  })

  it('goes to the provider’s page where that is at another address than its issuer’s', async () => {
    const page = new URL('/auth', identity.issuer)
    page.hostname = 'localhost'
    identity.page = page.href
    const opened: string[] = []
    const open = browserOpener({
      openExternal: async url => {
        opened.push(url)
        await aBrowser().go(url)
      },
    })
    const token = await tokenFromProvider(provider(), open)
    expect(decodeJwt(token)).toMatchObject({ staff_number: 'N1-1', iss: identity.issuer })
    expect(opened).toEqual([expect.stringContaining(`${page.href}?`)])
  })

  it.each([
    'http://identity.example/auth',
    'file://localhost/share/program.exe',
    'smb://127.0.0.1/auth',
    'https://someone@identity.example/auth',
    'C:\\Windows\\System32\\calc.exe',
    '',
  ])('opens nothing where the provider says that its page is %j', async page => {
    identity.page = page
    const opened: string[] = []
    const open = browserOpener({ openExternal: async url => void opened.push(url) })
    await expect(tokenFromProvider(provider(), open, { patience: 200 })).rejects.toThrow()
    expect(opened).toEqual([])
  })

  it('does not begin where the provider is reached in clear', async () => {
    const elsewhere = { ...provider(), issuer: 'http://identity.example' }
    await expect(tokenFromProvider(elsewhere, async () => {})).rejects.toThrow('safely')
  })
})
