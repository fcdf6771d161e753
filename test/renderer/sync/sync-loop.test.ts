import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sync } from '../../../renderer/sync/sync.ts'
import { type SyncLoop, startSyncLoop } from '../../../renderer/sync/sync-loop.ts'
import type { Step } from '../../../renderer/sync/sync-memory.ts'
import { anEnvironment, type TestEnvironment } from '../support/an-environment.ts'
import { NOW } from '../support/databases.ts'

let environment: TestEnvironment
let loop: SyncLoop
/** What the steps do, in their order. */
let steps: string[]
let answers: Step[]
let unsent: number
let complete: boolean
let poked: () => void
let lost: () => void

const done: Step = { kind: 'done' }

beforeEach(async () => {
  environment = await anEnvironment()
  steps = []
  answers = []
  unsent = 0
  complete = true
})
afterEach(() => loop.stop())

function start(): void {
  const step = (name: string) => async () => {
    steps.push(name)
    const answer = answers.shift() ?? done
    if (name === 'push' && answer.kind === 'done') unsent -= 1
    return answer
  }
  const sync: Sync = {
    pushOnce: step('push'),
    pullOnce: step('pull'),
    hasUnsent: () => unsent > 0,
    mustPull: () => false,
    isComplete: () => complete,
    asOf: () => undefined,
  }
  loop = startSyncLoop({
    sync,
    environment,
    replica: { caseGroups: () => new Map([['1', {}]]) as never, subscribe: () => () => {} },
    transport: {
      request: () => Promise.reject(new Error('Not here.')),
      pokes(onPoke, onLost) {
        steps.push('listen')
        poked = onPoke
        lost = onLost
        return () => steps.push('deaf')
      },
    },
    tidy: async () => void steps.push('tidy'),
  })
}

const rest = () => vi.waitFor(() => expect(steps.at(-1)).toBe('tidy'))
async function stepsAfter(...events: readonly (() => void)[]): Promise<readonly string[]> {
  steps.length = 0
  for (const event of events) event()
  await rest()
  return [...steps]
}

describe('the sync loop', () => {
  it('pulls at the start, then listens for pokes', async () => {
    expect(await stepsAfter(start)).toEqual(['pull', 'listen', 'tidy'])
    expect(loop.state()).toEqual({ kind: 'connected' })
  })

  it('pulls every minute, when poked, when the machine wakes up and when asked to', async () => {
    await stepsAfter(start)
    for (const event of [() => environment.elapse(), poked, environment.wakeUp, () => loop.refresh()]) {
      expect(await stepsAfter(event)).toEqual(['pull', 'tidy'])
    }
    expect(environment.timers).toHaveLength(1)
  })

  it('sends all that waits before it pulls', async () => {
    await stepsAfter(start)
    unsent = 3
    expect(await stepsAfter(() => loop.wake())).toEqual(['push', 'push', 'push', 'pull', 'tidy'])
  })

  it('makes one turn of many hints that come while one runs', async () => {
    await stepsAfter(start)
    steps.length = 0
    for (let at = 0; at < 50; at++) poked()
    await vi.waitFor(() => expect(steps).toEqual(['pull', 'tidy', 'pull', 'tidy']))
  })

  it('is offline without an answer, since the first time, and waits longer each time', async () => {
    answers = [{ kind: 'no-answer' }, { kind: 'no-answer' }, { kind: 'no-answer' }]
    await stepsAfter(start)
    const waits = [environment.timers[0]?.at ?? 0]
    for (let at = 0; at < 2; at++) {
      const before = environment.timers[0]?.at ?? 0
      await stepsAfter(() => environment.elapse())
      waits.push((environment.timers[0]?.at ?? 0) - before)
    }
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0)
    expect(loop.state()).toEqual({ kind: 'offline', since: NOW })
    await stepsAfter(() => environment.elapse())
    expect(loop.state()).toEqual({ kind: 'connected' })
  })

  it('does not hurry a hub that asked for a pause, whatever happens here', async () => {
    answers = [{ kind: 'later', seconds: 30 }]
    await stepsAfter(start)
    steps.length = 0
    unsent = 1
    loop.wake()
    expect(steps).toEqual([])
    expect(environment.timers[0]?.at).toBeGreaterThanOrEqual(Date.parse(NOW) + 30_000)
  })

  it('sends nothing more after a push that failed', async () => {
    await stepsAfter(start)
    unsent = 2
    answers = [{ kind: 'no-answer' }]
    expect(await stepsAfter(() => loop.wake())).toEqual(['push', 'tidy'])
  })

  it('tells what waiting does not mend, and tries again all the same', async () => {
    answers = [{ kind: 'refusal', code: 'other-protocol', message: 'Update the older one.' }]
    await stepsAfter(start)
    expect(loop.state()).toEqual({
      kind: 'stopped',
      code: 'other-protocol',
      reason: 'Update the older one.',
    })
    await stepsAfter(() => environment.elapse())
    expect(loop.state()).toEqual({ kind: 'connected' })
  })

  it('hears what is new where this device cannot send, says so, and goes on when it can', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    await stepsAfter(start)
    unsent = 1
    answers = [Promise.reject(new Error('The disk is full.')) as never]
    expect(await stepsAfter(() => loop.wake())).toEqual(['push', 'pull', 'tidy'])
    expect(loop.state()).toEqual({ kind: 'stuck' })
    expect(await stepsAfter(() => environment.elapse())).toEqual(['push', 'pull', 'tidy'])
    expect(loop.state()).toEqual({ kind: 'connected' })
    complaints.mockRestore()
  })

  it('is offline where the hub has been too busy for half a minute, and not before', async () => {
    const busy: Step = { kind: 'later', seconds: 5 }
    await stepsAfter(start)
    answers = [busy, busy, busy, busy, busy, busy, busy, busy]
    await stepsAfter(() => environment.elapse())
    expect(loop.state().kind).toBe('connected')
    for (let turn = 0; turn < 5; turn++) await stepsAfter(() => environment.elapse())
    expect(loop.state().kind).toBe('offline')
    answers = []
    await stepsAfter(() => environment.elapse())
    expect(loop.state()).toEqual({ kind: 'connected' })
  })

  it('listens again when the stream of pokes was lost, and pulls what it missed', async () => {
    await stepsAfter(start)
    const waiting = environment.timers.length
    lost()
    expect(environment.timers.length).toBe(waiting + 1)
    expect(await stepsAfter(() => environment.elapse())).toEqual(['pull', 'listen', 'tidy'])
  })

  it('is loading until all has come once, and says how much is here', async () => {
    complete = false
    answers = [{ kind: 'later', seconds: null }]
    await stepsAfter(start)
    expect(loop.state()).toEqual({ kind: 'loading', documents: 1 })
  })

  it('gives the same state until it changes, so that views are not drawn for nothing', async () => {
    await stepsAfter(start)
    const state = loop.state()
    expect(loop.state()).toBe(state)
    await stepsAfter(() => environment.elapse())
    expect(loop.state()).toBe(state)
  })

  it('does nothing while it is held, and makes up for it', async () => {
    await stepsAfter(start)
    const goOn = await loop.hold()
    steps.length = 0
    loop.refresh()
    poked()
    expect(steps).toEqual([])
    expect(await stepsAfter(goOn)).toEqual(['pull', 'tidy'])
  })

  it('does nothing any more once it was stopped', async () => {
    await stepsAfter(start)
    await loop.stop()
    expect([environment.timers, steps.at(-1)]).toEqual([[], 'deaf'])
    steps.length = 0
    loop.refresh()
    expect(steps).toEqual([])
  })
})
