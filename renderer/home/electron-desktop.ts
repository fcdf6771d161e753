import type { DeskBridge } from '../../electron/contract.ts'
import { answered } from './answered.ts'
import type { Desktop } from './desktop.ts'

export function electronDesktop(bridge: DeskBridge): Desktop {
  const listeners = new Set<(action: string) => void>()
  bridge.onChosen(action => {
    for (const listener of [...listeners]) listener(action)
  })
  return {
    showMenu: actions => void bridge.showMenu([...actions]),
    onChosen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    notify: text => void bridge.notify(text),
    async saveCsv(name, content) {
      return answered(await bridge.saveCsv(name, new Uint8Array(await content.arrayBuffer())))
    },
    savePdf: async name => answered(await bridge.savePdf(name)),
    hub: async () => answered(await bridge.hub()),
    chooseHub: async wanted => answered(await bridge.chooseHub(wanted)),
    versions: async () => answered(await bridge.versions()),
  }
}
