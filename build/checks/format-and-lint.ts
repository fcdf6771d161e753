import { runProgram } from '../program.ts'
import type { Check } from './check.ts'

export const formatAndLint: Check = {
  name: 'format and lint',
  async run() {
    const args = ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=100', '.']
    const { ok, output } = await runProgram('node_modules/@biomejs/biome/bin/biome', args, { output: 'kept' })
    return ok ? [] : [output]
  },
}
