import type { WebRequest } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepOffNetwork } from '../../electron/no-network.ts'
import { foreignAddresses } from './addresses.ts'

type Listener = Exclude<Parameters<WebRequest['onBeforeRequest']>[0], null>

function guarded() {
  let listener: Listener | undefined
  const webRequest = {
    onBeforeRequest: (heard: unknown) => {
      listener = heard as Listener
    },
  } as unknown as WebRequest
  keepOffNetwork({ webRequest })
  return (url: string) => {
    const answers: (boolean | undefined)[] = []
    listener?.({ url } as never, ({ cancel }) => answers.push(cancel))
    return answers
  }
}

describe('the network of the page’s session', () => {
  const cancelled = guarded()

  it.each(foreignAddresses.filter(url => !/^(data|blob|devtools):/i.test(url)))('has nothing at %j', url => {
    expect(cancelled(url)).toEqual([true])
  })

  it.each([
    'https://hub.example/sync/pull',
    'wss://evil.example/',
    'file:///etc/passwd',
    'ftp://evil.example/x',
  ])('does not reach %s', url => {
    expect(cancelled(url)).toEqual([true])
  })

  it.each(['app://bundle/', 'app://bundle/assets/main.js', 'data:image/svg+xml,x', 'blob:app://bundle/1-2'])(
    'leaves %s, which is on this machine',
    url => {
      expect(cancelled(url)).toEqual([false])
    },
  )

  it('reaches no other host, whatever the address is', () => {
    const address = fc.oneof(
      fc.webUrl(),
      fc.webUrl().map(url => url.replace(/^https?/, 'ws')),
      fc.string(),
    )
    fc.assert(
      fc.property(address, url => {
        const isInside = /^(app|data|blob|devtools):$/.test(URL.parse(url)?.protocol ?? '')
        if (!isInside) expect(cancelled(url)).toEqual([true])
      }),
      { numRuns: 500 },
    )
  })
})
