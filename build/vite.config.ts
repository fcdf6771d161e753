import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const project = resolve(import.meta.dirname, '..')

export default defineConfig({
  root: resolve(project, 'renderer'),
  // Relative, because the same files are served by the hub and by the desk's own scheme in Electron.
  base: './',
  worker: { format: 'es' },
  cacheDir: resolve(project, 'node_modules/.vite'),
  plugins: [react()],
  build: {
    outDir: resolve(project, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome152',
    // The content security policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
  },
})
