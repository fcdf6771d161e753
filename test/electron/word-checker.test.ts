// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wordChecker } from '../../electron/word-checker.ts'

function hold(element: 'textarea' | 'input', value: string): void {
  const field = document.createElement(element)
  document.body.replaceChildren(field)
  field.value = value
  field.focus()
}

afterEach(() => document.body.replaceChildren())

describe('the preload’s checker', () => {
  it('answers what main calls misspelt', async () => {
    hold('textarea', 'the paymnet')
    const ask = vi.fn(async () => ({ kind: 'done', value: ['paymnet'] }) as const)
    const answer = await new Promise(done => wordChecker(ask).spellCheck(['paymnet', 'the'], done))
    expect(ask.mock.calls).toEqual([[['paymnet', 'the']]])
    expect(answer).toEqual(['paymnet'])
  })

  it.each([
    ['main refuses', async () => ({ kind: 'failed', code: 'internal' }) as const],
    ['main is not there', async () => Promise.reject(new Error('no handler'))],
  ])('answers once, with nothing, where %s', async (_what, ask) => {
    hold('textarea', 'the paymnet')
    const answer = vi.fn()
    wordChecker(ask).spellCheck(['paymnet'], answer)
    await vi.waitFor(() => expect(answer).toHaveBeenCalled())
    expect(answer.mock.calls).toEqual([[[]]])
  })

  it.each([
    ['a single line, which holds a name or a number', () => hold('input', 'paymnet')],
    ['nothing', () => {}],
  ])('asks nothing while the hand is on %s', (_what, hands) => {
    hands()
    const ask = vi.fn()
    const answer = vi.fn()
    wordChecker(ask).spellCheck(['paymnet'], answer)
    expect(ask).not.toHaveBeenCalled()
    expect(answer.mock.calls).toEqual([[[]]])
  })
})
