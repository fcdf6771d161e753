import type { DeskBridge } from '../../electron/contract.ts'
import { answered } from './answered.ts'
import type { Desktop } from './desktop.ts'

export function electronDesktop(bridge: DeskBridge): Desktop {
  let listener: (action: string) => void = () => {}
  bridge.onChosen(action => listener(action))
  return {
    showMenu: actions => void bridge.showMenu([...actions]),
    onChosen(next) {
      listener = next
    },
    notify: text => void bridge.notify(text),
    async saveCsv(name, content) {
      return answered(await bridge.saveCsv(name, new Uint8Array(await content.arrayBuffer())))
    },
    savePdf: async name => answered(await bridge.savePdf(name)),
    versions: async () => answered(await bridge.versions()),
  }
}
