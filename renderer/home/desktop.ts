import type { MenuAction, ResultOf } from '../../electron/contract.ts'

/** What the operating system does for the desk outside of its page; a browser does its own instead. */
export interface Desktop {
  showMenu(actions: readonly MenuAction[]): void
  /** Tells of what the person chose outside of the page. Returns how to hear no more of it. */
  onChosen(listener: (action: string) => void): () => void
  notify(text: string): void
  /** False: the person thought better of it. */
  saveCsv(name: string, content: Blob): Promise<boolean>
  savePdf(name: string): Promise<boolean>
  versions(): Promise<ResultOf<'versions'>>
  hub(): Promise<ResultOf<'hub'>>
  /** Null: a demonstration on this computer. */
  chooseHub(wanted: string | null): Promise<ResultOf<'chooseHub'>>
}
