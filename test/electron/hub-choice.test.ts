import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hubAnswers } from '../../electron/choose-hub.ts'
import { type HubChoice, hubChoice, keepHub } from '../../electron/hub-choice.ts'
import { agree, askedQuestions, dialog } from '../electron-stand-in/dialog.ts'

let userData: string

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'desk-hub-'))
})

afterEach(() => rm(userData, { recursive: true, force: true }))

const written = (text: string) => writeFile(join(userData, 'settings.json'), text)

describe('which hub', () => {
  it('is said at the start, and then nobody at the desk can choose another', async () => {
    await written('{"hub":"https://settings.example"}')
    expect(hubChoice('https://given.example/x?y', userData)).toEqual({
      hub: { kind: 'address', url: new URL('https://given.example/') },
      fixed: true,
    })
    expect(hubChoice('this computer', userData)).toEqual({ hub: { kind: 'embedded' }, fixed: true })
  })

  it('or else is in the settings, or nobody has said', async () => {
    expect(hubChoice(undefined, userData)).toEqual({ hub: { kind: 'none' }, fixed: false })
    await written('{"hub":"https://settings.example"}')
    expect(hubChoice(undefined, userData)).toEqual({
      hub: { kind: 'address', url: new URL('https://settings.example/') },
      fixed: false,
    })
  })

  it.each([
    'http://hub.example/',
    'http://127.0.0.1.evil.example/',
    'https://a@hub.example/',
    'ftp://127.0.0.1/',
    'file:///x',
    'hub',
    'javascript:alert(1)',
  ])('is not %s', address => {
    expect(() => hubChoice(address, userData)).toThrow('must begin with https://')
  })

  it('names settings that cannot be read', async () => {
    await written('{')
    expect(() => hubChoice(undefined, userData)).toThrow('settings.json cannot be read')
  })

  it('is kept for the next start', async () => {
    await keepHub(new URL('https://hub.example/'), userData)
    expect(hubChoice(undefined, userData).hub).toEqual({
      kind: 'address',
      url: new URL('https://hub.example/'),
    })
    await keepHub('embedded', userData)
    expect(hubChoice(undefined, userData).hub).toEqual({ kind: 'embedded' })
  })
})

describe('choosing a hub', () => {
  const none: HubChoice = { hub: { kind: 'none' }, fixed: false }

  function choosing(choice = none) {
    const app = { getPath: () => userData, relaunch: vi.fn(), quit: vi.fn() }
    return { app, ...hubAnswers({ app, dialog, windowOf: () => ({}) as never, choice }) }
  }
  const answer = async (reply: Promise<{ readonly kind: string; readonly value?: unknown }>) =>
    (await reply).value

  it('asks the person outside of the page, with the address before him, and starts the desk anew', async () => {
    agree(true)
    const { app, chooseHub } = choosing()
    expect(await answer(chooseHub(' https://hub.example/some/page '))).toBe('chosen')
    expect(askedQuestions().at(-1)).toBe('Use the hub at https://hub.example?')
    expect(await readFile(join(userData, 'settings.json'), 'utf8')).toBe('{"hub":"https://hub.example/"}')
    expect([app.relaunch.mock.calls.length, app.quit.mock.calls.length]).toEqual([1, 1])
    expect(await answer(chooseHub(null))).toBe('chosen')
    expect(askedQuestions().at(-1)).toBe('Use a demonstration on this computer?')
  })

  it('changes nothing where he thinks better of it, where it is no address, and where it was said at the start', async () => {
    agree(false)
    const { app, chooseHub } = choosing()
    expect(await answer(chooseHub('https://evil.example'))).toBe('kept')
    agree(true)
    const asked = askedQuestions().length
    expect(await answer(chooseHub('http://hub.example'))).toBe('no-address')
    expect(await answer(choosing({ ...none, fixed: true }).chooseHub('https://hub.example'))).toBe('fixed')
    expect(askedQuestions()).toHaveLength(asked)
    expect(hubChoice(undefined, userData)).toEqual(none)
    expect(app.relaunch).not.toHaveBeenCalled()
  })

  it('says which it is', async () => {
    const url = new URL('https://hub.example/')
    expect(await answer(choosing().hub())).toEqual({ kind: 'none', address: null, fixed: false })
    expect(await answer(choosing({ hub: { kind: 'address', url }, fixed: true }).hub())).toEqual({
      kind: 'address',
      address: 'https://hub.example',
      fixed: true,
    })
  })
})
