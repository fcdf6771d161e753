import { expect, it } from 'vitest'
import { isLoopback } from '../../../shared/sync/loopback.ts'

it('only this computer’s own names are loopback, however they are written', () => {
  expect(['localhost', '127.0.0.1', '::1', '[::1]'].every(isLoopback)).toBe(true)
  const others = [
    '',
    '0.0.0.0',
    '127.0.0.1.example',
    'localhost.',
    'LOCALHOST',
    '127.0.0.2',
    '[::]',
    '10.0.0.1',
  ]
  expect(others.filter(isLoopback)).toEqual([])
})
