import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { EXECUTABLE } from './builder-config.ts'
import { type PackagedFor, readFuses } from './fuses.ts'

/** The files that a package is to hold. */
export async function packedFiles(): Promise<readonly string[]> {
  const list = await readFile(join(import.meta.dirname, 'files.txt'), 'utf8')
  return list.split('\n').filter(line => line !== '')
}

/** What is wrong with a packaged desk; nothing, if nothing is. */
export async function faultsOf(
  folder: string,
  platform: PackagedFor,
  manifest: readonly string[],
): Promise<readonly string[]> {
  const archive = join(folder, 'resources/app.asar')
  const program = join(folder, platform === 'win32' ? `${EXECUTABLE}.exe` : EXECUTABLE)
  const { set, of, wrong } = await readFuses(program, platform)
  console.log(`${platform}: ${set} of ${of} fuses are as wanted`)
  return [
    ...wrong.map(fuse => `The fuse ${fuse} is not as wanted.`),
    ...(existsSync(join(folder, 'resources/postgres/dist/index.js'))
      ? []
      : ['There is no PostgreSQL in it.']),
    ...listFaults(filesIn(archive), manifest),
    ...(platform === 'win32' ? integrityFaults(program, archive) : []),
  ]
}

/** The files of an archive; what a file is called by its content is left out of its name. */
function filesIn(archive: string): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /\.\w+$/.test(file))
    .map(file => file.replace(/-[\w-]{8}(\.\w+)$/, '-*$1'))
    .sort()
}

function listFaults(files: readonly string[], manifest: readonly string[]): readonly string[] {
  const extra = files
    .filter(file => !manifest.includes(file))
    .map(file => `${file} is in it and must not be.`)
  const missing = manifest.filter(file => !files.includes(file)).map(file => `${file} is missing.`)
  return [...extra, ...missing]
}

/** Windows: the archive's hash is in the program, where Electron looks for it before it opens the archive. */
function integrityFaults(program: string, archive: string): readonly string[] {
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
  const bytes = readFileSync(program)
  const resource = Buffer.from('ELECTRONASAR', 'utf16le')
  if (!bytes.includes(resource)) return ['The program has no resource with the hash of the archive.']
  const told = /"file":"resources\\\\app\.asar","alg":"SHA256","value":"(\w{64})"/i.exec(
    bytes.toString('latin1'),
  )
  return told?.[1] === hash ? [] : ['The hash in the program is not that of the archive.']
}
