import { act } from '@testing-library/react'
import type { DeskInMemory } from './a-desk.ts'

/** A device that takes its time to keep what is done, until it is told that it has, or that it cannot. */
export function savingSlowly(desk: DeskInMemory) {
  const saved = Promise.withResolvers<void>()
  const { perform } = desk
  let tries = 0
  Object.assign(desk, {
    perform: async (...asked: Parameters<typeof perform>) => {
      tries++
      const performed = await perform(...asked)
      await saved.promise.catch(async problem => {
        await desk.takeBack(performed.stored)
        throw problem
      })
      return performed
    },
  })
  return {
    /** How often it was asked to keep something. */
    tries: () => tries,
    saved: () => act(async () => saved.resolve()),
    full: () => act(async () => saved.reject(new Error('The disk is full.'))),
  }
}
