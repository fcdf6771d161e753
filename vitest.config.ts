import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/shared/**/*.test.ts'],
          // What is pure keeps nothing from one file to the next: its modules are read once, not once a file.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          // To read the desk's modules takes longer than most files' tests: they are read once. Between tests the page is
          // tidied up.
          isolate: false,
          setupFiles: 'test/renderer/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'electron-and-build',
          include: ['test/{electron,build}/**/*.test.{ts,tsx}'],
          // A slow machine is no failure; speed is the bench's business.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{hub,protocol-client,simulation}/**/*.test.ts'],
          globalSetup: 'test/postgres-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
