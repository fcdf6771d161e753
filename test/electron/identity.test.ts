import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDevice } from '../../electron/device.ts'
import { type HubTransport, hubTransport } from '../../electron/hub-transport.ts'
import { openIdentities } from '../../electron/identity.ts'
import { failed } from '../../electron/reply.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { session } from '../electron-stand-in/session.ts'
import type { Settings } from '../electron-stand-in/settings.ts'
import { keyFiles } from './key-files.ts'
import { type SmallHub, smallHub } from './small-hub.ts'

const { folder, open } = keyFiles()
const person = staffNumber.parse('1001')
let hub: SmallHub
let starts = 0

beforeEach(async () => {
  hub = await smallHub()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => hub.stop())

/** The main process of a desk that was just started. */
async function start(keyStore: Settings['keyStore'] = 'working') {
  starts += 1
  const jar = session.fromPartition(`start ${starts}`)
  const transport = hubTransport(jar, hub.url)
  const ground = {
    device: await openDevice(folder(), hub.url),
    store: await open(keyStore),
    transport,
    jar,
    hub: hub.url,
    openInBrowser: async () => {},
  }
  return { ...(await openIdentities(ground)), transport }
}

const given = (dataKey: unknown = expect.any(Uint8Array)) => ({
  staffNumber: '1001',
  name: 'Siân Test',
  demo: true,
  clientId: expect.any(String),
  dataKey,
})

describe('who works at the desk', () => {
  it('is nobody at first, and the hub says whether one may try', async () => {
    const desk = await start()
    expect(await desk.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    await hub.stop()
    expect(await desk.identity()).toEqual(failed('no-hub'))
    hub = await smallHub()
  })

  it('is whoever signed in, with his key', async () => {
    const desk = await start()
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given() })
    expect(desk.isSignedIn(person)).toBe(true)
    expect(desk.isSignedIn(staffNumber.parse('1002'))).toBe(false)
  })

  it('is known at the next start without the hub, with the same key and number', async () => {
    const before = await (await start()).signIn(person)
    await hub.stop()
    const after = await (await start()).identity()
    hub = await smallHub()
    expect(after).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: before.kind === 'done' && before.value },
    })
  })

  it('is nobody at another hub, whose session is not sent there', async () => {
    await (await start()).signIn(person)
    const transport: HubTransport = { request: async () => failed('no-hub'), pokes: () => () => {} }
    const elsewhere = new URL('https://hub.example')
    const jar = session.fromPartition('elsewhere')
    const device = await openDevice(folder(), elsewhere)
    const openInBrowser = async () => {}
    const ground = { device, store: await open(), transport, jar, hub: elsewhere, openInBrowser }
    expect((await openIdentities(ground)).isSignedIn(person)).toBe(false)
    expect(await jar.cookies.get({ url: elsewhere.href })).toEqual([])
  })

  it('is still signed in at the hub after a restart', async () => {
    await (await start()).signIn(person)
    await (await start()).transport.request('POST', '/sync/pull', '1')
    expect(hub.heard.at(-1)).toBe('POST /sync/pull desk-session=secret-of-1001')
  })

  it('is nobody after signing out, at the next start neither, and the key comes back with him', async () => {
    const desk = await start()
    const first = await desk.signIn(person)
    await desk.signOut()
    expect(desk.isSignedIn(person)).toBe(false)
    expect(hub.heard).toContain('DELETE /session desk-session=secret-of-1001')
    const next = await start()
    expect(await next.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-out', demo: true, provider: false },
    })
    expect(await next.signIn(person)).toEqual(first)
  })

  it('may finish writing what he began before he left, until another comes or the page goes', async () => {
    const desk = await start()
    await desk.signIn(person)
    await desk.signOut()
    expect([desk.isSignedIn(person), desk.mayWriteFor(person)]).toEqual([false, true])
    expect(desk.mayWriteFor(staffNumber.parse('1002'))).toBe(false)
    await desk.signIn(staffNumber.parse('1002'))
    expect(desk.mayWriteFor(person)).toBe(false)
    await desk.signOut()
    desk.documentChanges()
    expect(desk.mayWriteFor(staffNumber.parse('1002'))).toBe(false)
  })

  it('signs out without the hub too', async () => {
    const desk = await start()
    await desk.signIn(person)
    await hub.stop()
    expect(await desk.signOut()).toEqual({ kind: 'done', value: undefined })
    hub = await smallHub()
    expect(await (await start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is not let in when the hub says no, or says something else', async () => {
    const desk = await start()
    expect(await desk.signIn(staffNumber.parse('9999'))).toEqual(failed('sign-in-refused'))
    hub.answerNext(response => void response.writeHead(200).end('<html>'))
    expect(await desk.signIn(person)).toEqual(failed('sign-in-refused'))
    await hub.stop()
    expect(await desk.signIn(person)).toEqual(failed('no-hub'))
    hub = await smallHub()
    expect(desk.isSignedIn(person)).toBe(false)
  })

  it('works without a key where nothing protects one, and nothing of him is written', async () => {
    const desk = await start('basic_text')
    expect(await desk.signIn(person)).toEqual({ kind: 'done', value: given(null) })
    expect(await readdir(join(folder(), 'desk'))).toEqual(['device.json'])
    expect(await (await start('basic_text')).identity()).toMatchObject({ value: { kind: 'signed-out' } })
  })

  it('is in no file in clear, nor is his session', async () => {
    await (await start()).signIn(person)
    for (const name of await readdir(join(folder(), 'desk'))) {
      const content = await readFile(join(folder(), 'desk', name), 'utf8')
      for (const secret of ['1001', 'Siân', 'secret-of']) expect(content).not.toContain(secret)
    }
  })
})

describe('the key', () => {
  it('is given once to each document', async () => {
    const desk = await start()
    await desk.signIn(person)
    expect(await desk.identity()).toEqual(failed('key-given'))
    desk.documentChanges()
    expect(await desk.identity()).toEqual({
      kind: 'done',
      value: { kind: 'signed-in', identity: given() },
    })
    expect(await desk.identity()).toEqual(failed('key-given'))
  })
})
