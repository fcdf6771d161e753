import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { browserOpener } from '../../electron/browser-opener.ts'

const ISSUER = 'https://identity.example'

async function opened(address: string, origin = ISSUER): Promise<readonly string[]> {
  const seen: string[] = []
  const shell = { openExternal: async (url: string) => void seen.push(url) }
  await browserOpener(shell)(address, origin).catch(() => {})
  return seen
}

describe('what is opened outside of the desk', () => {
  it('is an address of the provider, as it is', async () => {
    const address = `${ISSUER}/authorize?client_id=desk&state=a%20b`
    expect(await opened(address)).toEqual([address])
    expect(await opened('http://127.0.0.1:9/authorize', 'http://127.0.0.1:9')).toHaveLength(1)
  })

  it.each([
    'http://identity.example/authorize',
    'https://identity.example:8443/authorize',
    'https://identity.example.evil.example/authorize',
    'https://evil.example/https://identity.example',
    'https://identity.example@evil.example/',
    'https://someone@identity.example/',
    'https://someone:secret@identity.example/',
    'https://IDENTITY.example/authorize',
    'https:\\\\identity.example\\authorize',
    ' https://identity.example/authorize',
    'https://identity.example/\n',
    'https://identity.example',
    'https://xn--identity-example.example/',
    'file:///etc/passwd',
    'file://identity.example/share/program.exe',
    '\\\\identity.example\\share\\program.exe',
    'C:\\Windows\\System32\\calc.exe',
    'smb://identity.example/share',
    'ms-msdt:/id%20PCWDiagnostic',
    'search-ms:query=x&crumb=location:%5C%5Cidentity.example',
    'javascript:alert(1)',
    'data:text/html,<script>',
    'blob:https://identity.example/1',
    'filesystem:https://identity.example/temporary/1',
    'view-source:https://identity.example/',
    'desk://app/',
    'identity.example',
    '',
  ])('is not %j', async address => {
    expect(await opened(address)).toEqual([])
  })

  it('is of that origin, whatever comes', async () => {
    const parts = fc.constantFrom(
      'https:',
      '//',
      'identity.example',
      '@',
      '\\',
      '/',
      ':',
      '#',
      '?',
      'file:',
      'x',
    )
    const address = fc.oneof(
      fc.string().map(text => `https://${text}`),
      fc.string(),
      fc.array(parts).map(all => all.join('')),
    )
    await fc.assert(
      fc.asyncProperty(address, async text => {
        for (const url of await opened(text)) expect(url.startsWith(`${ISSUER}/`)).toBe(true)
      }),
    )
  })
})
