import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const project = resolve(import.meta.dirname, '..')

/** Bundles the hub that an installed desk starts for itself; Node is there already, PostgreSQL lies beside it. */
export default defineConfig({
  root: resolve(project, 'hub'),
  cacheDir: resolve(project, 'node_modules/.vite'),
  ssr: { noExternal: true },
  build: {
    outDir: resolve(project, 'dist/hub'),
    emptyOutDir: true,
    target: 'node24',
    ssr: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: resolve(project, 'hub/embedded/main.ts'),
      external: name => isBuiltin(name) || name === 'pg-native',
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
})
