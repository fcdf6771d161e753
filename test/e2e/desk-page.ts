import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const project = resolve(import.meta.dirname, '../..')

/** Serves the desk without a hub, built as it is shipped; the address says how many case groups it holds. */
export async function deskPage() {
  const outDir = await mkdtemp(join(tmpdir(), 'desk-page-'))
  await build({
    root: resolve(project, 'test/renderer/page'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    cacheDir: resolve(project, 'node_modules/.vite-desk-page'),
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome152', chunkSizeWarningLimit: 2_000 },
  })
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [local] = server.resolvedUrls?.local ?? []
  if (!local) throw new Error('The page is not served.')
  return {
    withGroups: (groups: number) => `${local}?groups=${groups}#/case-groups`,
    withIncidents: `${local}?incidents#/incidents`,
    withAdvice: `${local}?advice#/advice`,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
