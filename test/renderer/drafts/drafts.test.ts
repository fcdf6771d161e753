import { beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '../../../renderer/drafts/draft.ts'
import { openDrafts } from '../../../renderer/drafts/open-drafts.ts'
import type { Databases } from '../../../renderer/storage/database.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { aBrowser, aKey, everyByte, NOW } from '../support/databases.ts'

const group = '100000000001' as MasterCaseNumber
const draft = (words: string, place = `raise/${group}`): Draft => ({
  place,
  group,
  fields: { description: words },
  at: NOW,
})

let browser: Databases

beforeEach(async () => {
  browser = await aBrowser()
})

const open = () => openDrafts(browser)
const reopened = async () => (await open()).all().map(({ fields }) => fields.description)

describe('what is written and not sent', () => {
  it('is there at the next start, with the newest text of each form', async () => {
    const drafts = await open()
    for (const words of ['The', 'The screen', 'The screen is grey']) drafts.keep(draft(words), 'held')
    drafts.keep(draft('Another', 'raise/'), 'held')
    await drafts.idle()
    expect((await reopened()).sort()).toEqual(['Another', 'The screen is grey'])
    expect((await open()).read(`raise/${group}`)?.fields).toEqual({ description: 'The screen is grey' })
  })

  it('is sealed: neither its words nor the number of its case are in clear', async () => {
    const drafts = await open()
    drafts.keep(draft('A canary of a screen'), 'held')
    await drafts.idle()
    const bytes = await everyByte(browser)
    expect(bytes).not.toContain('canary')
    expect(bytes).not.toContain(group)
  })

  it('goes when it was sent or thrown away', async () => {
    const drafts = await open()
    drafts.keep(draft('The screen is grey'), 'held')
    drafts.forget(`raise/${group}`)
    await drafts.idle()
    expect([drafts.read(`raise/${group}`), await reopened()]).toEqual([undefined, []])
  })

  it('opens with its own key only; one that does not open stays, is counted and is not written over', async () => {
    const drafts = await open()
    drafts.keep(draft('The screen is grey'), 'held')
    await drafts.idle()
    const other = await openDrafts({ ...browser, key: await aKey(8) })
    expect([other.all(), other.unreadable]).toEqual([[], 1])
    other.keep(draft('Another', 'raise/'), 'held')
    await other.idle()
    const again = await open()
    expect([again.all().map(({ fields }) => fields.description), again.unreadable]).toEqual([
      ['The screen is grey'],
      1,
    ])
  })
})

describe('ACC-3 drafts about a nationally sensitive group', () => {
  it('are never written on the device, and are there while the desk is open', async () => {
    const drafts = await open()
    drafts.keep(draft('The screen is grey'), 'sensitive')
    await drafts.idle()
    expect(drafts.all()).toHaveLength(1)
    expect(await reopened()).toEqual([])
  })

  it('leave the device when the group becomes sensitive, and go with it when it is out of sight', async () => {
    const drafts = await open()
    drafts.keep(draft('The screen is grey'), 'held')
    await drafts.idle()
    drafts.sweep(() => 'sensitive')
    await drafts.idle()
    expect([drafts.all().length, await reopened()]).toEqual([1, []])
    drafts.sweep(() => 'gone')
    expect(drafts.all()).toEqual([])
  })

  it('stay when the group does', async () => {
    const drafts = await open()
    drafts.keep(draft('The screen is grey'), 'held')
    drafts.sweep(() => 'held')
    await drafts.idle()
    expect(await reopened()).toEqual(['The screen is grey'])
  })
})

describe('a desk that may keep nothing', () => {
  it('has its drafts while it is open', async () => {
    const drafts = await openDrafts({ ...browser, key: null })
    drafts.keep(draft('The screen is grey'), 'held')
    await drafts.idle()
    expect(drafts.all()).toHaveLength(1)
    expect(await everyByte(browser)).toBe('')
  })
})
