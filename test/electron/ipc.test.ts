import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type ChannelName, channels } from '../../electron/contract.ts'
import { type Answers, answerChannels } from '../../electron/ipc.ts'
import { PAGE } from '../../electron/page-address.ts'
import { failed } from '../../electron/reply.ts'
import { foreignAddresses } from './addresses.ts'

type Handler = Parameters<IpcMain['handle']>[1]
const names = Object.keys(channels) as ChannelName[]

/** Every channel answered by `answer`; `ask` asks as a frame would. */
function answered(answer: (...args: readonly unknown[]) => Promise<unknown>) {
  const handlers = new Map<string, Handler>()
  const answers = Object.fromEntries(names.map(name => [name, answer])) as unknown as Answers
  answerChannels({ handle: (channel, handler) => void handlers.set(channel, handler) }, answers)
  const ask = (name: ChannelName, args: readonly unknown[], frame: unknown = page) =>
    handlers.get(`desk:${name}`)?.({ senderFrame: frame } as IpcMainInvokeEvent, ...args)
  return { handlers, ask }
}

const page = { url: PAGE, parent: null, detached: false, isDestroyed: () => false }

/** Arguments of each channel that its form takes. */
const fitting: Record<ChannelName, readonly unknown[]> = {
  identity: [],
  signIn: ['1001'],
  signInWithProvider: [],
  giveUpSignIn: [],
  signOut: [],
  noteHand: [],
  request: ['POST', '/sync/pull', '{}'],
  watchPokes: [1],
  unwatchPokes: [1],
  outboxLoad: ['1001'],
  outboxPut: ['1001', [{ key: 1, sealed: new Uint8Array([1]) }]],
  outboxRemove: ['1001', [1]],
  outboxCount: ['1001'],
  outboxCountAll: [],
  showMenu: [[{ id: 'return', name: 'Return', menu: 'Do', keys: ['r'], enabled: true }]],
  notify: ['A deadline passes at 12:00.'],
  saveCsv: ['Orphans, 26 November 2026.csv', new Uint8Array([1])],
  savePdf: ['Orphans, 26 November 2026.pdf'],
  versions: [],
  hub: [],
  chooseHub: ['https://hub.example'],
  misspelt: [['paymnet']],
}

describe('a channel', () => {
  it('is there for every name of the contract, and for no other', () => {
    const { handlers } = answered(async () => failed('internal'))
    expect([...handlers.keys()].sort()).toEqual(names.map(name => `desk:${name}`).sort())
  })

  const strangers: [string, unknown][] = [
    ['no frame', null],
    ['a frame that is gone', { ...page, isDestroyed: () => true }],
    ['a frame that was detached', { ...page, detached: true }],
    ['a frame inside of the page', { ...page, parent: page }],
    ...foreignAddresses.map((url): [string, unknown] => [
      `a page at ${JSON.stringify(url)}`,
      { ...page, url },
    ]),
  ]
  it.each(strangers)('answers nothing to %s', async (_who, frame) => {
    const answer = vi.fn()
    const { ask } = answered(answer)
    for (const name of names) expect(await ask(name, fitting[name], frame)).toEqual(failed('foreign-sender'))
    expect(answer).not.toHaveBeenCalled()
  })

  it.each(names)('%s reads what fits, as it was sent', async name => {
    const answer = vi.fn(async () => failed('no-hub'))
    expect(await answered(answer).ask(name, fitting[name])).toEqual(failed('no-hub'))
    expect(answer).toHaveBeenCalledWith(...fitting[name])
  })

  it.each(names)('%s takes neither more nor fewer arguments', async name => {
    const answer = vi.fn()
    const { ask } = answered(answer)
    expect(await ask(name, [...fitting[name], 1])).toEqual(failed('bad-arguments'))
    expect(await ask(name, [...fitting[name], undefined])).toEqual(failed('bad-arguments'))
    if (fitting[name].length > 0)
      expect(await ask(name, fitting[name].slice(0, -1))).toEqual(failed('bad-arguments'))
    expect(answer).not.toHaveBeenCalled()
  })

  it.each(names)('%s survives a thousand times anything', async name => {
    const answer = vi.fn(async () => failed('no-hub'))
    const { ask } = answered(answer)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.anything(), { maxLength: 4 }), async args => {
        answer.mockClear()
        const fits = channels[name].arguments.safeParse(args).success
        expect(await ask(name, args)).toEqual(failed(fits ? 'no-hub' : 'bad-arguments'))
        expect(answer).toHaveBeenCalledTimes(fits ? 1 : 0)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(names)('%s hands out nothing that is not agreed', async name => {
    const { ask } = answered(async () => ({ kind: 'done', value: { secret: 'cookie' } }))
    expect(await ask(name, fitting[name])).toEqual(failed('bad-answer'))
  })

  it('tells of a failure only that there was one', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { ask } = answered(async () => {
      throw new TypeError("O'Hara, AB123456C")
    })
    expect(await ask('identity', [])).toEqual(failed('internal'))
    expect(said.mock.calls).toEqual([['desk:identity failed: TypeError']])
    said.mockRestore()
  })

  it.each(['../x.csv', '..\\x.csv', '/etc/x', 'C:\\x', 'a\0b.csv', 'a\nb.csv', '', 'x'.repeat(121)])(
    'saves nothing under %j: a name says nowhere where',
    async name => {
      const { ask } = answered(async () => failed('no-hub'))
      expect(await ask('saveCsv', [name, new Uint8Array()])).toEqual(failed('bad-arguments'))
      expect(await ask('savePdf', [name])).toEqual(failed('bad-arguments'))
    },
  )

  it.each([
    'sync/pull',
    '//evil.example/sync/pull',
    '/\\evil.example',
    'https://evil.example/',
    '/session',
    '/session/demo',
    '/sync/../session',
    '/%73ession',
    '/sync/pull?x=/session',
    '/sync/pull/',
    '/SYNC/PULL',
    '__proto__',
  ])('takes no request to %j', async path => {
    const { ask } = answered(async () => failed('no-hub'))
    expect(await ask('request', ['GET', path, null])).toEqual(failed('bad-arguments'))
  })
})
