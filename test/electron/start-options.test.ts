import { describe, expect, it } from 'vitest'
import { givenHub, profileOf } from '../../electron/start-options.ts'

const start = ['electron', 'main.js', '--no-sandbox', '--inspect=0']

describe('the hub', () => {
  it('is given by the argument, else the environment', () => {
    const env = { DESK_HUB: 'https://env.example/' }
    expect(givenHub([...start, '--hub', 'http://127.0.0.1:4760/'], env)).toBe('http://127.0.0.1:4760/')
    expect(givenHub([...start, '--hub=https://a.example/'], env)).toBe('https://a.example/')
    expect(givenHub(start, env)).toBe('https://env.example/')
    expect(givenHub(start, {})).toBeUndefined()
    expect(givenHub([...start, '--hub'], {})).toBeUndefined()
  })
})

describe('the profile', () => {
  it("is the user's own place, or where the argument says", () => {
    expect(profileOf(start)).toBeUndefined()
    expect(profileOf([...start, '--profile', '/tmp/desk'])).toBe('/tmp/desk')
  })
})
