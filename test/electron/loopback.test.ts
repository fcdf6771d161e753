import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type Loopback, openLoopback } from '../../electron/loopback.ts'

let door: Loopback | undefined
afterEach(() => door?.close())

async function open(patience?: number): Promise<Loopback> {
  door = await openLoopback('the-state', patience)
  return door
}

const isOpen = (answer: Promise<URL>) =>
  Promise.race([answer.then(() => false), new Promise<boolean>(done => setTimeout(done, 20, true))])

function knock(url: URL, options: { method?: string; host?: string } = {}): Promise<number> {
  const { method = 'GET', host = url.host } = options
  return new Promise((done, fail) => {
    request(url, { method, headers: { host } }, response => {
      response.resume()
      done(response.statusCode ?? 0)
    })
      .on('error', fail)
      .end()
  })
}

const withQuery = (url: URL, query: string) => new URL(`${url.pathname}?${query}`, url)

describe('the door on this machine for who comes back from the provider', () => {
  it('is on 127.0.0.1 by number, on a port of its own each time', async () => {
    const one = await open()
    const other = await openLoopback('s')
    expect(one.redirect.hostname).toBe('127.0.0.1')
    expect(one.redirect.port).not.toBe(other.redirect.port)
    other.close()
  })

  it('opens for the state that only who began knows, once', async () => {
    const { redirect, answer } = await open()
    const back = withQuery(redirect, 'code=c&state=the-state')
    expect(await knock(back)).toBe(200)
    expect((await answer).search).toBe('?code=c&state=the-state')
    await expect(knock(back)).rejects.toThrow()
  })

  it('shows nothing of what came, and lets no script run', async () => {
    const { redirect } = await open()
    const reply = await fetch(withQuery(redirect, 'code=<script>&state=the-state'))
    expect(await reply.text()).not.toContain('<script>')
    expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'")
  })

  it('turns away another state, path, method and host, and stays open', async () => {
    const { redirect, answer } = await open()
    const right = withQuery(redirect, 'code=c&state=the-state')
    expect(await knock(withQuery(redirect, 'code=c&state=other'))).toBe(404)
    expect(await knock(withQuery(redirect, 'code=c'))).toBe(404)
    expect(await knock(new URL('/elsewhere?code=c&state=the-state', redirect))).toBe(404)
    expect(await knock(right, { method: 'POST' })).toBe(404)
    expect(await knock(right, { host: 'evil.example' })).toBe(404)
    expect(await isOpen(answer)).toBe(true)
  })

  it('lets a flood change nothing', async () => {
    const { redirect, answer } = await open()
    const wrong = withQuery(redirect, 'code=c&state=guessed')
    const statuses = await Promise.all(Array.from({ length: 100 }, () => knock(wrong)))
    expect(new Set(statuses)).toEqual(new Set([404]))
    expect(await knock(withQuery(redirect, 'code=c&state=the-state'))).toBe(200)
    await answer
  })

  it('closes when nobody came in time', async () => {
    const { redirect, answer } = await open(20)
    await expect(answer).rejects.toThrow('in time')
    await expect(knock(withQuery(redirect, 'code=c&state=the-state'))).rejects.toThrow()
  })
})
