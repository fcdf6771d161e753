import { runProgram } from '../program.ts'
import type { Check } from './check.ts'

/** Checks the types of one environment, against its own libraries. */
export const types = (environment: string): Check => ({
  name: `types of ${environment}/`,
  async run() {
    const tsc = 'node_modules/@typescript/native/bin/tsc'
    const { ok, output } = await runProgram(tsc, ['--project', environment, '--pretty', 'false'], {
      output: 'kept',
    })
    return ok ? [] : [output]
  },
})
