import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Protocol } from 'electron'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBuilt } from '../../electron/built-files.ts'
import { declareScheme, serveScheme } from '../../electron/scheme.ts'

type Handler = Parameters<Protocol['handle']>[1]

let folder: string
let answer: Handler

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-scheme-'))
  await mkdir(join(folder, 'renderer/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html>')
  await writeFile(join(folder, 'renderer/assets/main.js'), 'export {}')
  await writeFile(join(folder, 'renderer/assets/main.js.map'), '{}')
  await writeFile(join(folder, 'renderer/.env'), 'secret')
  await symlink(join(folder, 'secret.txt'), join(folder, 'renderer/assets/link.js'))
  serveScheme(
    {
      handle(scheme, handler) {
        expect(scheme).toBe('app')
        answer = handler
      },
    },
    listBuilt(join(folder, 'renderer')),
  )
  await writeFile(join(folder, 'renderer/late.js'), 'later')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answer({ url, method } as Request)

describe('the scheme of the desk', () => {
  it('has the four privileges that a page needs, and no other', () => {
    let declared: unknown
    declareScheme({
      registerSchemesAsPrivileged: schemes => {
        declared = schemes
      },
    })
    const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
    expect(declared).toEqual([{ scheme: 'app', privileges }])
  })

  it.each([
    ['app://bundle/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://bundle/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://bundle/assets/main.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('serves %s', async (url, type, content) => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(await response.text()).toBe(content)
  })

  it.each([
    'app://bundle/secret.txt',
    'app://bundle/../secret.txt',
    'app://bundle/assets/../../secret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/%2E%2E%2Fsecret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/..%5csecret.txt',
    'app://bundle/..\\secret.txt',
    'app://bundle/assets\\main.js',
    'app://bundle//assets/main.js',
    'app://bundle//etc/passwd',
    'app://bundle/assets/main.js%00.html',
    'app://bundle/assets/main.js/',
    'app://bundle/assets/',
    'app://bundle/assets',
    'app://bundle/ASSETS/MAIN.JS',
    'app://bundle/assets/main.js.map',
    'app://bundle/.env',
    'app://bundle/assets/link.js',
    'app://bundle/late.js',
    'app://bundle/__proto__',
    'app://bundle/constructor',
    'app://bundle.evil/index.html',
    'app://evil/index.html',
    'app://x@bundle/index.html',
    'app://bundle:80/index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
  ])('has nothing at %s', async url => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('serves what is in its list and nothing else, whatever the path is', async () => {
    const part = fc.constantFrom(
      'assets',
      'main.js',
      'index.html',
      'secret.txt',
      '..',
      '.',
      '/',
      '//',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%00',
      ';',
      '?',
      '#',
      ' ',
    )
    const served = new Set(['<!doctype html>', 'export {}', ''])
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 8 }).map(all => all.join('')),
        ),
        async path => {
          const url = `app://bundle/${path}`
          if (!URL.canParse(url)) return
          const response = await get(url)
          expect(served).toContain(await response.text())
          const { pathname } = new URL(url)
          const isThere = ['/', '/index.html', '/assets/main.js'].includes(pathname)
          expect(response.status).toBe(isThere ? 200 : 404)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get'])('answers no %s', async method => {
    expect((await get('app://bundle/', method)).status).toBe(405)
  })

  it('sends the policy with everything, refusals too', async () => {
    for (const url of ['app://bundle/', 'app://bundle/assets/main.js', 'app://bundle/missing']) {
      const { headers } = await get(url)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /)
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})
