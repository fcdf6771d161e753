import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { what: { type: 'string', default: 'desk' } } })

/** Whose data are on the disk, and how large that is. */
const sizes: Readonly<Record<string, string>> = { desk: '512k', hub: '200m' }
const size = sizes[values.what]
if (!size) {
  console.error(`Say --what ${Object.keys(sizes).join(' or ')}.`)
  process.exit(2)
}

// A small file system in memory, in a namespace of its own: nobody need be root for it, but not every system allows it.
// What was started there ends with it.
const NO_DISK = 97
const mounted = `mount -t tmpfs -o size=${size} disk "$0" || exit ${NO_DISK}; exec "$@"`
const namespace = ['--user', '--map-root-user', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']
const disk = mkdtempSync(join(tmpdir(), 'desk-full-'))
const child = [process.execPath, join(import.meta.dirname, `${values.what}.ts`), disk]
const { status, error, stdout, stderr } = spawnSync(
  'unshare',
  [...namespace, 'sh', '-c', mounted, disk, ...child],
  {
    encoding: 'utf8',
  },
)
rmSync(disk, { recursive: true })

if (error || status === NO_DISK || /unshare: /.test(stderr)) {
  console.log(`Not run: this system does not let a small disk be made: ${error?.message ?? stderr.trim()}`)
} else {
  console.log(stdout.trim())
  if (status !== 0) console.error(stderr.trim())
  process.exitCode = status ?? 1
}
