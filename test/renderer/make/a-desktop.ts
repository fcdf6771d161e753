import type { MenuAction } from '../../../electron/contract.ts'
import type { Desktop } from '../../../renderer/home/desktop.ts'

export interface DesktopInMemory extends Desktop {
  /** As the menu is now. */
  menu(): readonly MenuAction[]
  choose(action: string): void
  readonly told: readonly string[]
  /** What was saved, and under which names. */
  readonly saved: ReadonlyMap<string, string>
}

/** What the operating system does for a desk, kept instead of shown. */
export function aDesktop(): DesktopInMemory {
  let menu: readonly MenuAction[] = []
  let listener: (action: string) => void = () => {}
  const told: string[] = []
  const saved = new Map<string, string>()
  return {
    told,
    saved,
    menu: () => menu,
    choose: action => listener(action),
    showMenu(actions) {
      menu = actions
    },
    onChosen(next) {
      listener = next
    },
    notify: text => void told.push(text),
    async saveCsv(name, content) {
      saved.set(name, await content.text())
      return true
    },
    async savePdf(name) {
      saved.set(name, document.querySelector('.paper')?.textContent ?? '')
      return true
    },
    versions: async () => ({ desk: '1.2.3', electron: '45.4.1', chromium: '156.0.8078.79' }),
  }
}
