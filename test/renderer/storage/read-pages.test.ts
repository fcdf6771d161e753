import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cacheDatabase, cacheName } from '../../../renderer/storage/cache-database.ts'
import { cacheTables } from '../../../renderer/storage/cache-tables.ts'
import { openCache } from '../../../renderer/storage/open-cache.ts'
import { type OpenPages, openPages } from '../../../renderer/storage/sealed-pages.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { aFirstReply, aReply, bytesOf, put } from '../support/a-page.ts'
import { aThread } from '../support/a-thread.ts'
import { aBrowser, NOW } from '../support/databases.ts'

const groups = Array.from({ length: 9 }, (_, at) => aCaseGroup({ id: number(`1000000${at}`) }))

let browser: Awaited<ReturnType<typeof aBrowser>>

beforeEach(async () => {
  browser = await aBrowser()
  const { cache } = await openCache(browser)
  for (const [at, group] of groups.entries()) {
    const reply = at === 0 ? aFirstReply(group) : aReply([put(group)])
    await cache.keep(reply, bytesOf(reply), NOW)
  }
  cache.close()
})

const idsOf = async (openPages: OpenPages | null) =>
  (
    await openCache({ ...browser, startPageThread: openPages && (() => aThread(browser, { openPages })) })
  ).content?.pages.flatMap(({ caseload }) => caseload.patch.map(({ id }) => id))

describe('what is kept on the device', () => {
  it('is opened in a thread of its own, from the same database and in the same order', async () => {
    const asked: string[] = []
    const elsewhere: OpenPages = pages => {
      asked.push(pages.database)
      return openPages(cacheTables(cacheDatabase(browser, pages.database)), pages)
    }
    const kept = await idsOf(elsewhere)
    expect(kept).toEqual(['organisation', ...groups.map(({ id }) => id)])
    expect(asked).toEqual([cacheName(browser)])
  })

  it('is opened whole without one, also where the thread gives up in the middle', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const failing: OpenPages = async function* (pages) {
      let opened = 0
      for await (const page of openPages(cacheTables(cacheDatabase(browser, pages.database)), pages)) {
        if (++opened === 4) throw new Error('The thread is gone.')
        yield page
      }
    }
    expect(await idsOf(failing)).toEqual(await idsOf(null))
    expect(complaints).toHaveBeenCalledOnce()
    complaints.mockRestore()
  })
})
