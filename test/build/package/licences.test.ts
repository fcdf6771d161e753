import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licences } from '../../../build/package/licences.ts'
import { project } from '../../../build/project.ts'

type Locked = Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>

const nameOf = (place: string) => place.split('node_modules/').at(-1) ?? ''

/** The packages of the lock that are for more than building and testing, and those that are not. */
async function packages() {
  const locked: Locked = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8')).packages
  const all = Object.entries(locked).filter(([place]) => place !== '')
  const names = (which: typeof all) => [...new Set(which.map(([place]) => nameOf(place)))]
  const delivered = names(all.filter(([, { dev, optional }]) => !dev && !optional))
  return {
    delivered,
    tools: names(all.filter(([, { dev }]) => dev)).filter(name => !delivered.includes(name)),
  }
}

describe('the licences that are given along', () => {
  it('are those of every package that is delivered, and of no tool', async () => {
    const given = await licences()
    const named = new Set([...given.matchAll(/^(\S+) [0-9]\S*: /gm)].map(([, name]) => name))
    const { delivered, tools } = await packages()
    expect(delivered.length).toBeGreaterThan(50)
    expect(tools).toContain('vitest')
    expect(delivered.filter(name => !named.has(name))).toEqual([])
    expect(tools.filter(name => named.has(name))).toEqual([])
  })

  it('come with their words, those too of the lists that the dictionary was made from', async () => {
    expect(await licences()).toContain('Copyright 2000-2018 by Kevin Atkinson')
  })
})
