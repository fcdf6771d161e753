import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { project } from '../project.ts'

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

const LICENCE = /^(licen[cs]e|copying|notice)/i

/** The licences of the packages that are bundled, each with its words: most ask to be given along. */
export async function licences(): Promise<string> {
  const lock = await readFile(join(project, 'package-lock.json'), 'utf8')
  const locked: Readonly<Record<string, Locked>> = JSON.parse(lock).packages
  const delivered = Object.entries(locked).filter(
    ([place, { dev, optional }]) => place !== '' && !dev && (!optional || existsSync(join(project, place))),
  )
  const texts = await Promise.all(delivered.map(([place, about]) => licenceOf(place, about)))
  return texts.join(`\n${'-'.repeat(80)}\n\n`)
}

async function licenceOf(place: string, { version, license }: Locked): Promise<string> {
  const folder = join(project, place)
  const files = (await readdir(folder)).filter(file => LICENCE.test(file)).sort()
  const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))
  const name = place.split('node_modules/').at(-1)
  return [`${name} ${version}: ${license ?? 'see below'}\n`, ...texts].join('\n')
}
