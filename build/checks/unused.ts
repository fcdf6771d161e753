import { runProgram } from '../program.ts'
import type { Check } from './check.ts'

export const unused: Check = {
  name: 'no unused files, exports or dependencies',
  async run() {
    const args = ['--no-progress', '--no-config-hints']
    const { ok, output } = await runProgram('node_modules/knip/bin/knip.js', args, { output: 'kept' })
    return ok ? [] : [output]
  },
}
