import type { Provider } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { channels } from '../../electron/contract.ts'

const { exposed, providers, invoke, on } = vi.hoisted(() => ({
  providers: [] as [string, Provider][],
  exposed: [] as [string, Record<string, (...args: unknown[]) => unknown>][],
  invoke: vi.fn((channel: string, ..._args: unknown[]) => Promise.resolve(channel)),
  on: vi.fn((_channel: string, _listener: (...args: unknown[]) => void) => {}),
}))

// Not our own code but Electron, which is not here: that the preload runs in its own world is proved in e2e.
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: (typeof exposed)[number][1]) => exposed.push([name, api]),
  },
  ipcRenderer: { invoke, on },
  webFrame: { setSpellCheckProvider: (...given: (typeof providers)[number]) => providers.push(given) },
}))

await import('../../electron/preload.ts')

// Asked for Electron and not for the page.
const ofPage = Object.keys(channels).filter(name => name !== 'misspelt')

describe('the preload script', () => {
  const [first] = exposed
  const bridge = first?.[1] ?? {}

  it('exposes one thing, the names of the contract as functions, and nothing else', () => {
    expect(exposed.map(([name]) => name)).toEqual(['desk'])
    expect(Object.keys(bridge).sort()).toEqual([...ofPage, 'onPokes', 'onChosen'].sort())
    for (const part of Object.values(bridge)) expect(part).toBeTypeOf('function')
  })

  it.each(ofPage)('%s asks its own channel and no other', name => {
    invoke.mockClear()
    void bridge[name]?.('a', 'b', 'c', 'desk:signOut')
    expect(invoke).toHaveBeenCalledTimes(1)
    expect(invoke.mock.calls[0]?.[0]).toBe(`desk:${name}`)
  })

  it('gives Electron a checker of British spelling', () => {
    expect(providers.map(([language]) => language)).toEqual(['en-GB'])
  })

  it.each([
    ['onPokes', 'desk:pokes', { kind: 'poked', watch: 1 }],
    ['onChosen', 'desk:chosen', 'go-deadlines'],
  ])('%s hands a listener what is told and never the event, which knows its sender', (name, wire, told) => {
    const listener = vi.fn()
    on.mockClear()
    bridge[name]?.(listener)
    const [channel, inner] = on.mock.calls[0] ?? []
    expect(channel).toBe(wire)
    expect(inner).not.toBe(listener)
    inner?.({ sender: 'secret' }, told)
    expect(listener.mock.calls).toEqual([[told]])
  })
})
