import { parseArgs } from 'node:util'

/** `--profile DIR`: where this desk keeps everything, if not in the user's own place. */
export function profileOf(argv: readonly string[]): string | undefined {
  return argument(argv, 'profile')
}

/** `--hub URL`, else the variable DESK_HUB. */
export function givenHub(argv: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  return argument(argv, 'hub') ?? env.DESK_HUB
}

function argument(argv: readonly string[], name: 'hub' | 'profile'): string | undefined {
  // Not strict: Electron and Chromium have arguments of their own among ours.
  const { values } = parseArgs({
    args: [...argv],
    options: { hub: { type: 'string' }, profile: { type: 'string' } },
    strict: false,
  })
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
