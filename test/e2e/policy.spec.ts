import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { breachesHeard } from '../policy-breaches.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { fixtureHub, type SampleHub } from './sample-hub.ts'
import { test } from './test.ts'

// What a script that got into the page would try, and that the listener of all specs is alive.

let hub: SampleHub
let opened: OpenPage
let asked: string[]
const elsewhere = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  response.end()
})

test.beforeAll(async () => {
  hub = await fixtureHub()
  await new Promise<void>(listening => elsewhere.listen(0, '127.0.0.1', listening))
})
test.afterAll(async () => {
  elsewhere.close()
  await hub.stop()
})
test.beforeEach(async ({ browser }) => {
  asked = []
  opened = await openPage(browser, { hub: hub.url.href, viewport: { width: 1440, height: 900 } })
  await expect(opened.page.getByRole('combobox')).toBeVisible()
})
test.afterEach(() => opened.close())

const probes: Readonly<Record<string, (elsewhere: string) => void>> = {
  'an inline script': () => {
    const script = document.createElement('script')
    script.append('document.title = "broken"')
    document.head.append(script)
  },
  // In a task of the page's own: to what the debugger itself evaluates, eval is allowed.
  eval: () => {
    // biome-ignore lint/security/noGlobalEval: to see it blocked.
    setTimeout(() => globalThis.eval('document.title = "broken"'))
  },
  'a script of elsewhere': elsewhere => {
    const script = document.createElement('script')
    script.setAttribute('src', `${elsewhere}/script.js`)
    document.head.append(script)
  },
  'a thread of a text': () => {
    const script = new Blob(['postMessage("broken")'], { type: 'text/javascript' })
    new Worker(URL.createObjectURL(script)).onmessage = ({ data }) => {
      document.title = data
    }
  },
  'a policy that lets scripts through': () => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string): void } }
    setTimeout(() => {
      trustedTypes.createPolicy('another')
      document.title = 'broken'
    })
  },
  'an image of elsewhere': elsewhere => {
    new Image().src = `${elsewhere}/image.png`
  },
  'an inline handler': () => {
    const button = document.createElement('button')
    button.setAttribute('onclick', 'document.title = "broken"')
    document.body.append(button)
    button.click()
  },
  'a form sent elsewhere': elsewhere => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = `${elsewhere}/form`
    document.body.append(form)
    form.submit()
  },
}

async function tryIt(page: Page, probe: (elsewhere: string) => void): Promise<void> {
  const { port } = elsewhere.address() as AddressInfo
  // What is blocked may throw.
  await page.evaluate(probe, `http://127.0.0.1:${port}`).catch(() => {})
}

for (const [name, probe] of Object.entries(probes))
  test(`${name} is blocked, and heard`, async () => {
    const { page } = opened
    await tryIt(page, probe)
    await expect.poll(breachesHeard).not.toEqual([])
    expect(asked).toEqual([])
    expect(await page.title()).not.toBe('broken')
  })

test('every spec listens', async () => {
  const specs = (await readdir(import.meta.dirname)).filter(name => name.endsWith('.spec.ts'))
  for (const spec of specs)
    expect(await readFile(join(import.meta.dirname, spec), 'utf8'), spec).toContain("from './test.ts'")
})
