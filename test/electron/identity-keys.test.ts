import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { failed } from '../../electron/reply.ts'
import { staffNumber } from '../../shared/domain/ids.ts'
import { DAY, desksOnADevice, person } from './desks-on-a-device.ts'

const desks = desksOnADevice()

describe('the keys of somebody', () => {
  const keysOf = async (desk: Awaited<ReturnType<typeof desks.start>>) => {
    const reply = await desk.signIn(person)
    if (reply.kind !== 'done') throw new Error(reply.code)
    return reply.value
  }

  it('are kept for 14 days without the hub, and then those of the caseload are gone for ever', async () => {
    const first = await keysOf(await desks.start())
    desks.now += 14 * DAY
    await desks.start()
    const second = await keysOf(await desks.start())
    expect(second).toMatchObject({ cacheKey: first.cacheKey, clientId: first.clientId })
    desks.now += 14 * DAY + 1
    await desks.start()
    desks.now -= 14 * DAY
    const third = await keysOf(await desks.start())
    expect(third.cacheKey).not.toEqual(first.cacheKey)
    expect(third).toMatchObject({ dataKey: first.dataKey, clientId: first.clientId })
  })

  it('are gone after 14 days of running though the clock was set back', async () => {
    const desk = await desks.start()
    const first = await keysOf(desk)
    desks.now -= 365 * DAY
    desks.ran += 14 * DAY + 1
    await desk.watchLease()
    expect(desk.isSignedIn(person)).toBe(false)
    expect((await keysOf(desk)).cacheKey).not.toEqual(first.cacheKey)
  })

  it('stay while the hub answers', async () => {
    const desk = await desks.start()
    const first = await keysOf(desk)
    for (let day = 0; day < 30; day += 10) {
      desks.now += 10 * DAY
      await desk.hubAnswered()
      await desk.watchLease()
    }
    expect(desk.isSignedIn(person)).toBe(true)
    expect((await keysOf(await desks.start())).cacheKey).toEqual(first.cacheKey)
  })

  it.each(['not-signed-in', 'wiped'] as const)('are destroyed when the hub says %s', async word => {
    const desk = await desks.start()
    const first = await keysOf(desk)
    await desk.hubClosed(word)
    expect([desk.isSignedIn(person), desk.mayWriteFor(person)]).toEqual([false, true])
    expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
    const next = await keysOf(await desks.start())
    expect(next.cacheKey).not.toEqual(first.cacheKey)
    expect(next).toMatchObject({ dataKey: first.dataKey, clientId: first.clientId })
  })

  it('go for everybody who worked here when the device is wiped, at a sign-in too', async () => {
    const first = await keysOf(await desks.start())
    const desk = await desks.start()
    const body = JSON.stringify({ error: { code: 'wiped', message: 'Nothing.' } })
    desks.hub.answerNext(response => void response.writeHead(403).end(body))
    expect(await desk.signIn(staffNumber.parse('1002'))).toEqual(failed('wiped'))
    expect((await keysOf(desk)).cacheKey).not.toEqual(first.cacheKey)
  })

  it.each(['not-signed-in', 'wiped'] as const)(
    'are destroyed when the hub says %s though the session could not be forgotten',
    async word => {
      const desk = await desks.start()
      const first = await keysOf(desk)
      vi.spyOn(desk.jar.cookies, 'get').mockRejectedValue(new Error('No jar.'))
      await desk.hubClosed(word)
      expect(desk.isSignedIn(person)).toBe(false)
      expect(await (await desks.start()).identity()).toMatchObject({ value: { kind: 'signed-out' } })
      expect((await keysOf(await desks.start())).cacheKey).not.toEqual(first.cacheKey)
    },
  )

  it('stay when another hub has what is of it wiped; its clock counts for them all the same', async () => {
    const first = await keysOf(await desks.start())
    await (await desks.startElsewhere()).hubClosed('wiped')
    const second = await keysOf(await desks.start())
    expect(second.cacheKey).toEqual(first.cacheKey)
    desks.now += 14 * DAY + 1
    await desks.startElsewhere()
    desks.now -= 14 * DAY
    expect((await keysOf(await desks.start())).cacheKey).not.toEqual(first.cacheKey)
  })

  /** As they were called before hubs were in the names. */
  async function unmark(): Promise<string[]> {
    const marked = (await desks.names()).filter(name => /\.(key|lease)$/.test(name)).toSorted()
    for (const name of marked) {
      const old = name.replace(/^[0-9a-f]{8}-/, '')
      await rename(join(desks.folder(), 'desk', name), join(desks.folder(), 'desk', old))
    }
    return marked
  }

  it.each(['is still in', 'signs in'] as const)(
    'of before hubs were in the names are taken over when their person %s: no other hub has them wiped then',
    async how => {
      const first = await keysOf(await desks.start())
      if (how === 'signs in') await (await desks.start()).signOut()
      const marked = await unmark()
      const desk = await desks.start()
      const reply = how === 'signs in' ? await desk.signIn(person) : await desk.identity()
      expect(JSON.stringify(reply)).toContain(first.clientId)
      expect(await desks.names()).toEqual(expect.arrayContaining(marked))
      await (await desks.startElsewhere()).hubClosed('wiped')
      expect(await keysOf(desk)).toMatchObject({ cacheKey: first.cacheKey, clientId: first.clientId })
    },
  )

  it('of before that go with a wipe by any hub until their person has come: all but the number', async () => {
    const first = await keysOf(await desks.start())
    const marked = await unmark()
    await (await desks.startElsewhere()).hubClosed('wiped')
    const next = await keysOf(await desks.start())
    expect(next).toMatchObject({ clientId: first.clientId, dataKey: first.dataKey })
    expect(next.cacheKey).not.toEqual(first.cacheKey)
    expect(await desks.names()).toEqual(expect.arrayContaining(marked))
  })

  it('go with a wipe from a desk without a key store, too', async () => {
    await keysOf(await desks.start())
    await (await desks.start('basic_text')).hubClosed('wiped')
    expect((await desks.names()).filter(name => name.endsWith('.key'))).toEqual([])
  })
})
