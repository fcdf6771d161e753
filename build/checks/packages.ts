import { runProgram } from '../program.ts'
import type { Check } from './check.ts'

export const packages: Check = {
  name: 'the packages for Windows and Linux hold what they should, fuses included',
  async run() {
    const { ok, output } = await runProgram('build/package/test-package.ts', [], { output: 'kept' })
    return ok ? [] : [output]
  },
}
