import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const project = resolve(import.meta.dirname, '..')

// The package reads it beside itself.
const dictionary: Plugin = {
  name: 'dictionary',
  generateBundle() {
    for (const fileName of ['index.aff', 'index.dic']) {
      const source = readFileSync(resolve(project, 'node_modules/dictionary-en-gb', fileName))
      this.emitFile({ type: 'asset', fileName, source })
    }
  },
}

/** Bundles the main process and its spelling thread; Electron and Node are there already. */
export default defineConfig({
  root: resolve(project, 'electron'),
  cacheDir: resolve(project, 'node_modules/.vite'),
  plugins: [dictionary],
  ssr: { noExternal: true },
  build: {
    outDir: resolve(project, 'dist/electron'),
    emptyOutDir: false,
    target: 'node24',
    ssr: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: ['main', 'spelling-thread'].map(name => resolve(project, `electron/${name}.ts`)),
      external: name => name === 'electron' || isBuiltin(name),
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
})
