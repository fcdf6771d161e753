import { moveWindow, windowBounds } from './browser-window.ts'
import { notedCalls } from './calls.ts'
import { agree, answerDialogs, askedNames, askedQuestions } from './dialog.ts'
import { type MenuLook, poppedMenu, shownMenu } from './menu.ts'
import { menuLines } from './menu-lines.ts'
import { shownNotices } from './notification.ts'
import type { Outside } from './outside.ts'
import { lockScreen } from './power-monitor.ts'
import { shownZoomLevel } from './web-contents.ts'

/** What the stand-in adds: what was asked of Electron, in its order. */
export type OutsideOfStandIn = Outside & { calls(): Promise<readonly string[]> }

/** A question of the test's process, which started this one. */
export interface OutsideAsked {
  readonly ask: number
  readonly what: keyof OutsideOfStandIn
  readonly given: readonly unknown[]
}

const answers: { readonly [Name in keyof OutsideOfStandIn]: OutsideOfStandIn[Name] } = {
  calls: async () => notedCalls(),
  lockMachine: async () => lockScreen(),
  menu: async () => menuLines(shownMenu()).map(({ line }) => line),
  choose: async beginning => chooseIn(shownMenu(), beginning),
  contextMenu: async () => menuLines(poppedMenu()).map(({ line }) => line),
  chooseInContext: async beginning => chooseIn(poppedMenu(), beginning),
  saveTo: async file => answerDialogs(file),
  askedNames: async () => askedNames(),
  agree: async to => agree(to),
  askedQuestions: async () => askedQuestions(),
  notices: async () => shownNotices().map(({ text }) => text),
  clickNotice: async () => shownNotices().at(-1)?.events.emit('click'),
  zoomLevel: async () => shownZoomLevel(),
  moveWindow: async bounds => moveWindow(bounds),
  windowBounds: async () => windowBounds(),
}

function chooseIn(menu: MenuLook, beginning: string): void {
  const item = menuLines(menu).find(({ line }) => line.startsWith(beginning))
  if (!item) throw new Error(`The menu has no ${beginning}.`)
  item.click()
}

process.on('message', ({ ask, what, given }: OutsideAsked) => {
  const answer = answers[what] as (...args: readonly unknown[]) => Promise<unknown>
  answer(...given).then(
    value => process.send?.({ ask, value }),
    problem => process.send?.({ ask, problem: String(problem) }),
  )
})
// Whoever listens is not kept from ending.
process.channel?.unref()
