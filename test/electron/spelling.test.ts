import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fieldWords } from '../../electron/field-words.ts'
import { openSpelling } from '../../electron/spelling.ts'

const thread = resolve(import.meta.dirname, '../../electron/spelling-thread.ts')

describe('spelling', () => {
  const spelling = openSpelling(thread)
  // A menu does not wait for the dictionary.
  beforeAll(() => spelling.misspelt([]))
  afterAll(() => spelling.forget())

  it('is British', async () => {
    const words = ['organise', 'organize', 'colour', 'color', 'enrolment', 'paymnet', 'don’t', "doesn't"]
    expect(await spelling.misspelt(words)).toEqual(['organize', 'color', 'paymnet'])
  })

  it('knows the words of the field, which are written in no dictionary', async () => {
    expect(await spelling.misspelt([...fieldWords, 'reallocated', 'arrears', 'caseworker’s'])).toEqual([])
    const unaided = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic))
    expect(fieldWords.filter(word => unaided.correct(word))).toEqual([])
  })

  it('takes a word of several for right where each is', async () => {
    expect(await spelling.misspelt(['paying-parent', 'paying/receiving', 'paying/recieving'])).toEqual([
      'paying/recieving',
    ])
  })

  it('suggests up to five words, the nearest first', async () => {
    expect(await spelling.suggestions('recieved')).toEqual(['received', 'relieved'])
    expect((await spelling.suggestions('wich')).length).toBe(5)
  })

  it('a word that was added is right until everything is forgotten', async () => {
    spelling.add('arrerage')
    expect(await spelling.misspelt(['arrerage'])).toEqual([])
    spelling.forget()
    expect(await spelling.misspelt(['arrerage'])).toEqual(['arrerage'])
  })
})

describe('a spelling thread that does not answer', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-spelling-'))
    await writeFile(
      join(folder, 'silent.mjs'),
      "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => {})",
    )
    await writeFile(join(folder, 'failing.mjs'), "throw new Error('Kowalski')")
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  afterEach(() => vi.restoreAllMocks())

  it('keeps no menu waiting', async () => {
    const spelling = openSpelling(join(folder, 'silent.mjs'))
    expect(await spelling.suggestions('wich')).toEqual([])
    spelling.forget()
  })

  it('leaves everything right where it ended, and says nothing of what was typed', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const spelling = openSpelling(join(folder, 'failing.mjs'))
    expect(await spelling.misspelt(['paymnet'])).toEqual([])
    expect(await spelling.misspelt(['paymnet'])).toEqual([])
    expect(said.mock.calls).toEqual([['The spelling checker ended.']])
  })

  it('answers what waits when all is forgotten', async () => {
    const spelling = openSpelling(join(folder, 'silent.mjs'))
    const waiting = spelling.misspelt(['paymnet'])
    spelling.forget()
    expect(await waiting).toEqual([])
  })
})
