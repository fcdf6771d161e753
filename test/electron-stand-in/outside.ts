import type { Rectangle } from 'electron'

/** What is outside of the page, and how one gets at it: the same for the stand-in and for Electron itself. */
export interface Outside {
  /** The application menu, a line each: `Go > Orphans (g o)`, and at its end `off` where it is greyed out. */
  menu(): Promise<readonly string[]>
  /** Chooses the item whose line begins so. */
  choose(line: string): Promise<void>
  /** The same of the menu that a right click opened last. */
  contextMenu(): Promise<readonly string[]>
  chooseInContext(line: string): Promise<void>
  /** Somebody locks the machine. */
  lockMachine(): Promise<void>
  /** What the person answers to whichever dialog asks where; null: that he thought better of it. */
  saveTo(file: string | null): Promise<void>
  /** What he answers to whichever dialog asks him something: its first button, or that he thought better of it. */
  agree(to: boolean): Promise<void>
  askedQuestions(): Promise<readonly string[]>
  /** The names under which something was about to be saved. */
  askedNames(): Promise<readonly string[]>
  notices(): Promise<readonly string[]>
  clickNotice(): Promise<void>
  zoomLevel(): Promise<number>
  moveWindow(bounds: Rectangle): Promise<void>
  windowBounds(): Promise<Rectangle>
}
