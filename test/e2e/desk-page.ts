import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Browser } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { inApplication, type OpenPage, openPage } from './open-page.ts'

const project = resolve(import.meta.dirname, '../..')
// Playwright empties its folder at each start: what is found there is of this run.
const built = resolve(project, 'test-results/desk-page')

/** The desk without a hub, built as it is shipped, with as much in it as is asked of it. */
export interface DeskPage {
  /** Opens it with what test/renderer/page/main.tsx makes of the words, in the view of that hash. */
  open(browser: Browser, asked: string, view: string): Promise<OpenPage>
  close(): Promise<void>
}

export async function deskPage(): Promise<DeskPage> {
  if (!existsSync(built)) await buildPage()
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir: built },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [local] = server.resolvedUrls?.local ?? []
  if (!local) throw new Error('The page is not served.')
  const application = inApplication ? await withApplication() : null
  return {
    async open(browser, asked, view) {
      const opened = await openPage(browser, {
        hub: local,
        viewport: { width: 1440, height: 900 },
        ...(application && { built: application }),
      })
      const { page } = opened
      await page.addInitScript(words => Object.assign(window, { asked: words }), asked)
      await page.evaluate(hash => Object.assign(location, { hash }), view)
      await page.reload()
      return opened
    },
    async close() {
      await server.close()
      if (application) await rm(application, { recursive: true })
    },
  }
}

/** The built main process, with this page instead of its own. */
async function withApplication(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-page-'))
  await cp(resolve(project, 'dist/electron'), join(folder, 'electron'), { recursive: true })
  await cp(built, join(folder, 'renderer'), { recursive: true })
  return folder
}

// Made beside its place: two specs may begin at once, and the first that is ready is for both.
async function buildPage(): Promise<void> {
  await mkdir(dirname(built), { recursive: true })
  const draft = await mkdtemp(`${built}-`)
  await build({
    root: resolve(project, 'test/renderer/page'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    cacheDir: resolve(project, 'node_modules/.vite-desk-page'),
    plugins: [react()],
    build: { outDir: draft, emptyOutDir: true, target: 'chrome152', chunkSizeWarningLimit: 2_000 },
  })
  await rename(draft, built).catch(async problem => {
    if (!existsSync(built)) throw problem
    await rm(draft, { recursive: true, force: true })
  })
}
