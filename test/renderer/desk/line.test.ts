import { describe, expect, it } from 'vitest'
import { openLine } from '../../../renderer/desk/line.ts'
import type { HubResponse, HubTransport } from '../../../renderer/home/home.ts'

const response: HubResponse = { status: 200, body: new Uint8Array(), retryAfter: null }

/** A transport that answers when it is told to, and cannot be told to stop. */
function aSlowTransport() {
  const answers: (() => void)[] = []
  const unwanted: (AbortSignal | undefined)[] = []
  const told: string[] = []
  let lose = () => {}
  const transport: HubTransport = {
    request(_method, _path, _body, signal) {
      unwanted.push(signal)
      return new Promise(resolve => answers.push(() => resolve(response)))
    },
    pokes(_poked, lost) {
      lose = lost
      return () => void told.push('stopped')
    },
  }
  return { transport, answers, unwanted, told, lose: () => lose() }
}

describe('the line of a desk to its hub', () => {
  it('carries what is asked and answered', async () => {
    const { transport, answers } = aSlowTransport()
    const asking = openLine(transport).transport.request('POST', '/sync/pull', {})
    answers[0]?.()
    expect(await asking).toBe(response)
  })

  it('lets nothing through once it is cut: not what is on its way, nor what is asked then', async () => {
    const { transport, answers, unwanted } = aSlowTransport()
    const line = openLine(transport)
    const asking = line.transport.request('POST', '/sync/pull', {})
    line.cut()
    expect(unwanted[0]?.aborted).toBe(true)
    answers[0]?.()
    await expect(asking).rejects.toThrow()
    await expect(line.transport.request('GET', '/health')).rejects.toThrow()
    expect(unwanted).toHaveLength(1)
  })

  it('carries again what is asked after it was mended, and nothing of before', async () => {
    const { transport, answers } = aSlowTransport()
    const line = openLine(transport)
    const before = line.transport.request('POST', '/sync/pull', {})
    line.cut()()
    const after = line.transport.request('POST', '/sync/pull', {})
    for (const answer of answers) answer()
    await expect(before).rejects.toThrow()
    expect(await after).toBe(response)
  })

  it('ends a stream of pokes and tells once that it is lost', () => {
    const { transport, told, lose } = aSlowTransport()
    const line = openLine(transport)
    line.transport.pokes(
      () => {},
      () => told.push('lost'),
    )
    line.cut()()
    line.cut()
    expect(told).toEqual(['stopped', 'lost'])
    const stop = openLine(transport).transport.pokes(
      () => {},
      () => told.push('lost by itself'),
    )
    lose()
    stop()
    expect(told.slice(2)).toEqual(['lost by itself', 'stopped'])
  })
})
