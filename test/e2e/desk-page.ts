import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const project = resolve(import.meta.dirname, '../..')
// Playwright empties its folder at each start: what is found there is of this run.
const built = resolve(project, 'test-results/desk-page')

/** Serves the desk without a hub, built as it is shipped; the address says how many case groups it holds. */
export async function deskPage() {
  if (!existsSync(built)) await buildPage()
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir: built },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [local] = server.resolvedUrls?.local ?? []
  if (!local) throw new Error('The page is not served.')
  return {
    withGroups: (groups: number) => `${local}?groups=${groups}#/case-groups`,
    withIncidents: `${local}?incidents#/incidents`,
    withAdvice: `${local}?advice#/advice`,
    close: () => server.close(),
  }
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
