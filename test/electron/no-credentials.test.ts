import { describe, expect, it } from 'vitest'
import { showNoCredentials } from '../../electron/no-credentials.ts'

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
