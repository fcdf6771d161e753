import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const project = resolve(import.meta.dirname, '..')

/** Bundles the preload script: a sandboxed one must be a single CommonJS file. */
export default defineConfig({
  root: resolve(project, 'electron'),
  cacheDir: resolve(project, 'node_modules/.vite'),
  build: {
    outDir: resolve(project, 'dist/electron'),
    emptyOutDir: false,
    target: 'chrome152',
    ssr: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: resolve(project, 'electron/preload.ts'),
      external: 'electron',
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
})
