import type { MenuAction, ResultOf } from '../../../electron/contract.ts'
import type { Desktop } from '../../../renderer/home/desktop.ts'

export interface DesktopInMemory extends Desktop {
  /** As the menu is now. */
  menu(): readonly MenuAction[]
  choose(action: string): void
  readonly told: readonly string[]
  /** Which hubs were asked for. */
  readonly asked: readonly (string | null)[]
  /** What was saved, and under which names. */
  readonly saved: ReadonlyMap<string, string>
}

const atAnAddress = { kind: 'address', address: 'https://hub.example', fixed: false } as const

/** What the operating system does for a desk, kept instead of shown. */
export function aDesktop(hub: ResultOf<'hub'> = atAnAddress): DesktopInMemory {
  let menu: readonly MenuAction[] = []
  const listeners = new Set<(action: string) => void>()
  const told: string[] = []
  const asked: (string | null)[] = []
  const saved = new Map<string, string>()
  return {
    told,
    asked,
    saved,
    menu: () => menu,
    choose(action) {
      for (const listener of [...listeners]) listener(action)
    },
    showMenu(actions) {
      menu = actions
    },
    onChosen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
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
    hub: async () => hub,
    async chooseHub(wanted) {
      asked.push(wanted)
      return wanted === 'nowhere' ? 'no-address' : 'chosen'
    },
    versions: async () => ({ desk: '1.2.3', electron: '45.4.1', chromium: '156.0.8078.79' }),
  }
}
