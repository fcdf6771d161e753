// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { useAfterFrame } from '../../../renderer/views/use-after-frame.ts'

afterEach(cleanup)

/** Says at each key what it goes by. */
function Keys({ value, say }: { readonly value: string; readonly say: (late: string) => void }) {
  const late = useAfterFrame(value)
  useLayoutEffect(() => {
    const hear = () => say(late)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [late, say])
  return <output>{late}</output>
}

it('a value that changed is followed after the frame', async () => {
  const { container, rerender } = render(<Keys value="before" say={() => {}} />)
  rerender(<Keys value="after" say={() => {}} />)
  expect(container.textContent).toBe('before')
  await act(() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 5))))
  expect(container.textContent).toBe('after')
})

it('a key that comes before the frame already goes by it', () => {
  const say = vi.fn()
  const { rerender } = render(<Keys value="before" say={say} />)
  rerender(<Keys value="after" say={say} />)
  fireEvent.keyDown(document.body, { key: 'r' })
  expect(say.mock.calls).toEqual([['after']])
})
