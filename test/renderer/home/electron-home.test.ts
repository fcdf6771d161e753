import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronHome } from '../../../renderer/home/electron-home.ts'
import { staffNumber } from '../../../shared/domain/ids.ts'
import { keyFiles } from '../../electron/key-files.ts'
import { type SmallHub, smallHub } from '../../electron/small-hub.ts'
import { type StartedMain, startMain } from '../../electron/start-main.ts'

const { folder, open } = keyFiles()
const person = staffNumber.parse('1001')
let hub: SmallHub

beforeEach(async () => {
  hub = await smallHub()
})

afterEach(() => hub.stop())

const start = async (): Promise<StartedMain> => startMain(folder(), hub.url, await open())

const records = [
  { key: 1, sealed: new Uint8Array([1, 2]) },
  { key: 2, sealed: new Uint8Array([3]) },
]

describe('the desk in Electron', () => {
  it('knows nobody until somebody signs in', async () => {
    const home = electronHome((await start()).bridge)
    expect(home.kind).toBe('electron')
    expect(await home.identity()).toEqual({ kind: 'signed-out', demo: true, provider: false })
    const identity = await home.signIn(person)
    expect(identity).toMatchObject({ staffNumber: '1001', name: 'Siân Test', demo: true })
    expect(await home.identity()).toEqual({ kind: 'signed-in', identity })
  })

  it('makes the key one that seals but cannot be taken out, and wipes its bytes', async () => {
    const { bridge } = await start()
    const seen: Uint8Array[] = []
    const home = electronHome({
      ...bridge,
      async signIn(...args) {
        const reply = await bridge.signIn(...args)
        if (reply.kind === 'done' && reply.value.dataKey) seen.push(reply.value.dataKey)
        return reply
      },
    })
    const { dataKey } = await home.signIn(person)
    if (!dataKey) throw new Error('There is no key.')
    expect(dataKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow()
    expect(seen).toEqual([new Uint8Array(32)])
  })

  it('opens after a reload and after a restart without the hub what it sealed before', async () => {
    const main = await start()
    const iv = new Uint8Array(12)
    const { dataKey } = await electronHome(main.bridge).signIn(person)
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      dataKey as CryptoKey,
      new Uint8Array([7]),
    )
    await hub.stop()
    main.reload()
    for (const { bridge } of [main, await start()]) {
      const answer = await electronHome(bridge).identity()
      if (answer.kind !== 'signed-in') throw new Error(answer.kind)
      const key = answer.identity.dataKey as CryptoKey
      const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
      expect([...new Uint8Array(opened)]).toEqual([7])
    }
    hub = await smallHub()
  })

  it('asks for the key once, however many ask at the same time', async () => {
    const main = await start()
    await electronHome(main.bridge).signIn(person)
    main.reload()
    const home = electronHome(main.bridge)
    const [one, other] = await Promise.all([home.identity(), home.identity()])
    expect(one.kind).toBe('signed-in')
    expect(other).toBe(one)
  })

  it('says that there is no hub when nobody is signed in and it does not answer, and asks again', async () => {
    const main = await start()
    const home = electronHome(main.bridge)
    hub.answerNext(response => void response.socket?.destroy())
    await expect(home.identity()).rejects.toThrow('The hub does not answer.')
    expect(await home.identity()).toEqual({ kind: 'signed-out', demo: true, provider: false })
  })

  it('keeps what waits over sign-out, for that person', async () => {
    const home = electronHome((await start()).bridge)
    await home.signIn(person)
    await home.outbox.put(person, records)
    await home.signOut()
    expect(await home.identity()).toEqual({ kind: 'signed-out', demo: true, provider: false })
    expect(await home.outbox.count(person)).toBe(2)
    await expect(home.outbox.load(person)).rejects.toThrow('Nobody is signed in')
    await home.signIn(person)
    await home.outbox.remove(person, [1])
    expect(await home.outbox.load(person)).toEqual(records.slice(1))
  })

  it('does not say "saved" of what was not', async () => {
    const home = electronHome((await start()).bridge)
    await expect(home.outbox.put(person, records)).rejects.toThrow('Nobody is signed in')
  })

  it('speaks to the hub, and rejects when that does not answer', async () => {
    const home = electronHome((await start()).bridge)
    await home.signIn(person)
    const { status, body } = await home.transport.request('POST', '/sync/pull', { a: 'Siân' })
    expect([status, new TextDecoder().decode(body)]).toEqual([200, '{"signedIn":true,"body":{"a":"Siân"}}'])
    await hub.stop()
    await expect(home.transport.request('GET', '/health')).rejects.toThrow('The hub does not answer.')
    hub = await smallHub()
  })

  it('hears pokes until it stops, and never those of an earlier stream', async () => {
    const home = electronHome((await start()).bridge)
    const told: string[] = []
    const stopFirst = home.transport.pokes(
      () => told.push('first poked'),
      () => told.push('first lost'),
    )
    await until(() => hub.heard.includes('GET /sync/pokes'))
    stopFirst()
    home.transport.pokes(
      () => told.push('poked'),
      () => told.push('lost'),
    )
    await until(() => hub.heard.filter(line => line === 'GET /sync/pokes').length === 2)
    await new Promise(soon => setTimeout(soon, 50))
    hub.poke()
    await until(() => told.length === 1)
    hub.endStreams()
    await until(() => told.length === 2)
    expect(told).toEqual(['poked', 'lost'])
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(soon => setTimeout(soon, 5))
}
