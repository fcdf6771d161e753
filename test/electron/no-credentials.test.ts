import { describe, expect, it } from 'vitest'
import { showNoCredentials, vouchToNobody } from '../../electron/no-credentials.ts'

type Listener = (event: { preventDefault(): void }, ...rest: unknown[]) => void

describe('whoever asks for credentials, or has a certificate that nobody vouches for', () => {
  const listeners = new Map<string, Listener>()
  showNoCredentials({ on: (name: string, listener: Listener) => listeners.set(name, listener) } as never)

  it.each([
    [
      'certificate-error',
      ['contents', 'https://hub.example', 'net::ERR_CERT_AUTHORITY_INVALID', {}],
      [false],
    ],
    ['select-client-certificate', ['contents', 'https://hub.example', [{ subjectName: 'Siân Test' }]], []],
    ['login', ['contents', { url: 'https://hub.example' }, { scheme: 'ntlm', isProxy: true }], []],
  ])('is given nothing: %s', (name, asked, answer) => {
    const said: unknown[] = []
    listeners.get(name)?.({ preventDefault: () => said.push('prevented') }, ...asked, (...given: unknown[]) =>
      said.push(given),
    )
    expect(said).toEqual(['prevented', answer])
  })
})

describe('a server that calls itself one of the intranet', () => {
  // An empty list would be none, and Windows would go by its zones.
  it('is not among those that Windows vouches for its user to', () => {
    const said: string[] = []
    vouchToNobody({ allowNTLMCredentialsForDomains: domains => void said.push(domains) })
    expect(said).toEqual(['nobody.invalid'])
  })
})
