import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hubAddress, profileOf } from '../../electron/start-options.ts'

let userData: string

beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'desk-options-'))
})

afterEach(() => rm(userData, { recursive: true, force: true }))

const start = ['electron', 'main.js', '--no-sandbox', '--inspect=0']

describe('the address of the hub', () => {
  it('comes from the argument, else the environment, else the settings', async () => {
    await writeFile(join(userData, 'settings.json'), '{"hub":"https://settings.example"}')
    const env = { DESK_HUB: 'https://env.example/' }
    const given = [...start, '--hub', 'http://127.0.0.1:4760/']
    expect(hubAddress(given, env, userData).href).toBe('http://127.0.0.1:4760/')
    expect(hubAddress([...start, '--hub=https://a.example/x?y'], env, userData).href).toBe(
      'https://a.example/',
    )
    expect(hubAddress(start, env, userData).href).toBe('https://env.example/')
    expect(hubAddress(start, {}, userData).href).toBe('https://settings.example/')
  })

  it('must be told', () => {
    expect(() => hubAddress(start, {}, userData)).toThrow('start it with --hub URL')
    expect(() => hubAddress([...start, '--hub'], {}, userData)).toThrow('start it with --hub URL')
  })

  it.each(['http://hub.example/', 'http://127.0.0.1.evil.example/', 'ftp://127.0.0.1/', 'file:///x', 'hub'])(
    'is not %s',
    address => {
      expect(() => hubAddress([...start, '--hub', address], {}, userData)).toThrow('must begin with https://')
    },
  )

  it('names settings that cannot be read', async () => {
    await writeFile(join(userData, 'settings.json'), '{')
    expect(() => hubAddress(start, {}, userData)).toThrow('settings.json cannot be read')
  })
})

describe('the profile', () => {
  it("is the user's own place, or where the argument says", () => {
    expect(profileOf(start)).toBeUndefined()
    expect(profileOf([...start, '--profile', '/tmp/desk'])).toBe('/tmp/desk')
  })
})
