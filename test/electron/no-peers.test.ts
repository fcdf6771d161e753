import { describe, expect, it } from 'vitest'
import { keepFromPeers } from '../../electron/no-peers.ts'

describe('a connection from page to page', () => {
  it('is none of datagrams, of whatever web contents', () => {
    const said: unknown[] = []
    keepFromPeers({
      on(name: string, listener: (event: object, contents: object) => void) {
        const contents = { setWebRTCIPHandlingPolicy: (policy: string) => said.push([name, policy]) }
        listener({}, contents)
        listener({}, contents)
      },
    } as never)
    const policy = ['web-contents-created', 'disable_non_proxied_udp']
    expect(said).toEqual([policy, policy])
  })
})
