import { describe, expect, it, vi } from 'vitest'
import type { HubTransport } from '../../electron/hub-transport.ts'
import { heardBy } from '../../electron/hub-word.ts'
import { done, failed } from '../../electron/reply.ts'
import { HEALTH, PULL, PUSH } from '../../shared/sync/paths.ts'

const leaves = new AbortController().signal
const body = (text: string) => new TextEncoder().encode(text)
const error = (code: string) => JSON.stringify({ error: { code, message: 'A sentence.' } })

async function heard(path: string, status: number | null, text = '{}'): Promise<readonly string[]> {
  const words: string[] = []
  const reply = status === null ? failed('no-hub') : done({ status, body: body(text), retryAfter: null })
  const transport: HubTransport = { request: async () => reply, pokes: () => () => {} }
  const identities = {
    turn: () => 1,
    leaves: () => leaves,
    hubAnswered: async () => void words.push('contact'),
    hubClosed: async (word: string) => void words.push(word),
  }
  expect(await heardBy(identities, transport)('POST', path, null)).toBe(reply)
  return words
}

describe('what the hub answers the page', () => {
  it.each([
    [PULL, 200, '{}', ['contact']],
    [PUSH, 200, '{}', ['contact']],
    [HEALTH, 200, '{}', []],
    [PULL, 401, error('not-signed-in'), ['not-signed-in']],
    [PUSH, 403, error('wiped'), ['wiped']],
    [PUSH, 403, error('foreign-client'), []],
    [PULL, 403, error('not-allowed'), []],
    [PULL, 401, '<html>', []],
    [PULL, 503, error('busy'), []],
    [PULL, null, '', []],
  ] as const)('%s %s %s is heard as %j', async (path, status, text, words) => {
    expect(await heard(path, status, text)).toEqual(words)
  })

  it('is wanted only as long as whoever asked is there', async () => {
    const request = vi.fn(async () => failed('no-hub'))
    const identities = { turn: () => 1, leaves: () => leaves, hubAnswered: vi.fn(), hubClosed: vi.fn() }
    await heardBy(identities, { request, pokes: () => () => {} })('POST', PULL, '{}')
    expect(request).toHaveBeenCalledWith('POST', PULL, '{}', leaves)
  })

  it('reaches the page though it could not be followed here', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const reply = done({ status: 403, body: body(error('wiped')), retryAfter: null })
    const transport: HubTransport = { request: async () => reply, pokes: () => () => {} }
    const fails = () => Promise.reject(new Error('The disk is gone.'))
    const identities = { turn: () => 1, leaves: () => leaves, hubAnswered: fails, hubClosed: fails }
    expect(await heardBy(identities, transport)('POST', PULL, null)).toBe(reply)
  })
})
