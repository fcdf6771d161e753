import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const project = resolve(import.meta.dirname, '..')

/** Bundles the main process; Electron and Node are there already. */
export default defineConfig({
  root: resolve(project, 'electron'),
  cacheDir: resolve(project, 'node_modules/.vite'),
  ssr: { noExternal: true },
  build: {
    outDir: resolve(project, 'dist/electron'),
    emptyOutDir: false,
    target: 'node24',
    ssr: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: resolve(project, 'electron/main.ts'),
      external: name => name === 'electron' || isBuiltin(name),
      output: { format: 'es', entryFileNames: 'main.js' },
    },
  },
})
