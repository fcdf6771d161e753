import { describe, expect, it } from 'vitest'
import { licences } from '../../../build/package/licences.ts'

describe('the licences that are given along', () => {
  it('are those of every package that is delivered, with their words, and of no other', async () => {
    const given = await licences()
    for (const name of [
      'dictionary-en-gb',
      'nspell',
      'is-buffer',
      'react',
      'fastify',
      '@fluentui/react-components',
    ])
      expect(given).toMatch(new RegExp(`^${name} [0-9.]+: `, 'm'))
    // Of the lists of words that the dictionary was made from.
    expect(given).toContain('Copyright 2000-2018 by Kevin Atkinson')
    for (const name of ['vitest', 'electron-builder', 'typescript'])
      expect(given).not.toMatch(new RegExp(`^${name} [0-9.]+: `, 'm'))
  })
})
