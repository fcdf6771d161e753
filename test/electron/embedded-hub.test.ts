import { EventEmitter } from 'node:events'
import type { UtilityProcess } from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startEmbeddedHub } from '../../electron/embedded-hub.ts'

// How it starts and stops is tried with the real hub in test/hub/embedded; here a process that ends as it is told to.
class Process extends EventEmitter {
  postMessage(): void {
    this.emit('exit')
  }
}

let processes: Process[]
/** Whether the next ones come to listen. */
let listens: boolean

beforeEach(() => {
  vi.useFakeTimers()
  processes = []
  listens = true
})
afterEach(() => {
  vi.useRealTimers()
})

function fork(): UtilityProcess {
  const process = new Process()
  processes.push(process)
  setTimeout(() => {
    if (listens) process.emit('message', { kind: 'listens', port: 4760 })
    else process.emit('exit')
  }, 1_000)
  return process as unknown as UtilityProcess
}

async function started() {
  const ended = vi.fn()
  const where = { entry: 'main.js', data: 'hub', postgres: null, sample: 1 }
  const hub = startEmbeddedHub({ fork }, where, ended)
  await vi.advanceTimersByTimeAsync(1_000)
  const told = () => ended.mock.calls.map(([then]) => then)
  return { hub, told, end: () => processes.at(-1)?.emit('exit') }
}

const MINUTE = 60_000

it('A hub of this computer that never listens again is told of once, and once more when five starts came to nothing', async () => {
  const { told, end } = await started()
  listens = false
  end()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(told()).toEqual(['starts-again'])
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(told()).toEqual(['starts-again', 'stays-ended'])
  expect(processes).toHaveLength(6)
})

it('A hub of this computer that listens and ends soon, again and again, is told of no oftener', async () => {
  const { told, end } = await started()
  for (let time = 0; time < 30; time++) {
    end()
    await vi.advanceTimersByTimeAsync(40_000)
  }
  expect(told()).toEqual(['starts-again', 'stays-ended'])
  expect(processes).toHaveLength(6)
})

it('A hub of this computer that ran for a minute between is started again each time', async () => {
  const { told, end } = await started()
  for (let time = 0; time < 10; time++) {
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    end()
    await vi.advanceTimersByTimeAsync(10_000)
  }
  expect(told()).toEqual(Array(10).fill('starts-again'))
  expect(processes).toHaveLength(11)
})

it('A hub of this computer that is told to stop is neither told of nor started again', async () => {
  const { hub, told } = await started()
  await hub.stop()
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(told()).toEqual([])
  expect(processes).toHaveLength(1)
})
