import type { ChildProcess } from 'node:child_process'
import type { OutsideAsked, OutsideOfStandIn } from './told-from-outside.ts'

interface Told {
  readonly ask: number
  readonly value?: unknown
  readonly problem?: string
}

/** What is outside of the page of a desk that runs in a process of its own. */
export function outsideOf(desk: ChildProcess): OutsideOfStandIn {
  const waiting = new Map<number, (told: Told) => void>()
  let asked = 0
  desk.on('message', (told: Told) => waiting.get(told.ask)?.(told))
  const ask =
    (what: OutsideAsked['what']) =>
    (...given: readonly unknown[]) => {
      const number = ++asked
      return new Promise<never>((done, fail) => {
        waiting.set(number, ({ value, problem }) =>
          problem === undefined ? done(value as never) : fail(new Error(problem)),
        )
        desk.send({ ask: number, what, given } satisfies OutsideAsked)
      })
    }
  return {
    calls: ask('calls'),
    lockMachine: ask('lockMachine'),
    menu: ask('menu'),
    choose: ask('choose'),
    contextMenu: ask('contextMenu'),
    chooseInContext: ask('chooseInContext'),
    saveTo: ask('saveTo'),
    askedNames: ask('askedNames'),
    agree: ask('agree'),
    askedQuestions: ask('askedQuestions'),
    notices: ask('notices'),
    clickNotice: ask('clickNotice'),
    zoomLevel: ask('zoomLevel'),
    moveWindow: ask('moveWindow'),
    windowBounds: ask('windowBounds'),
  }
}
