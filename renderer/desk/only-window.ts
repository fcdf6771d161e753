import type { Environment } from './environment.ts'

const PATIENCE = 3_000

/**
 * One window works with a person's data at a time; says how to let the next one in. A window that is just being
 * reloaded is waited for.
 */
export async function onlyWindow({ locks }: Pick<Environment, 'locks'>, name: string): Promise<() => void> {
  if (!locks) return () => {}
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  return new Promise((resolve, reject) => {
    locks
      .request(`desk/${name}`, { signal: patience.signal }, () => {
        clearTimeout(timer)
        return new Promise<void>(release => resolve(release))
      })
      .catch(() => reject(otherWindow()))
  })
}

const OTHER_WINDOW = 'OtherWindow'

function otherWindow(): Error {
  return Object.assign(new Error('The desk is open in another window.'), { name: OTHER_WINDOW })
}

/** Whether a desk did not open because another window has it. */
export function isOtherWindow(problem: unknown): boolean {
  return problem instanceof Error && problem.name === OTHER_WINDOW
}
