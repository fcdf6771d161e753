import { readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/** Path in an address → file: whatever is not in here is not served, whatever the address says. */
export type Manifest = ReadonlyMap<string, BuiltFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** Lists the built desk once; what is put into the folder later is not part of it. */
export function listBuilt(folder: string, at = '/'): Manifest {
  const found = new Map<string, BuiltFile>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) for (const item of listBuilt(path, `${at}${entry.name}/`)) found.set(...item)
    const type = types[extname(entry.name)]
    if (entry.isFile() && type) found.set(at + entry.name, { path, type })
  }
  return found
}
