import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A small file system in memory for the data of the desk in Electron, in a namespace of its own: nobody need be root for
// it, but not every system allows it.
const NO_DISK = 97
const mounted = `mount -t tmpfs -o size=512k desk "$0" || exit ${NO_DISK}; exec "$@"`

const disk = mkdtempSync(join(tmpdir(), 'desk-full-'))
const child = [process.execPath, join(import.meta.dirname, 'on-full-disk.ts'), disk]
const { status, error, stdout, stderr } = spawnSync(
  'unshare',
  ['--user', '--map-root-user', '--mount', 'sh', '-c', mounted, disk, ...child],
  { encoding: 'utf8' },
)
rmSync(disk, { recursive: true })

if (error || status === NO_DISK || /unshare: /.test(stderr)) {
  console.log(`Not run: this system does not let a small disk be made: ${error?.message ?? stderr.trim()}`)
} else {
  console.log(stdout.trim())
  if (status !== 0) console.error(stderr.trim())
  process.exitCode = status ?? 1
}
console.log(
  'Not run: PostgreSQL on a full disk. It refuses to run as root, which is all that such a namespace has.',
)
