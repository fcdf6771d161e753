import type {
  BrowserWindow,
  ContextMenuParams,
  Menu,
  MenuItemConstructorOptions,
  WebContents,
} from 'electron'
import { parted } from './menu-template.ts'
import type { Spelling } from './spelling.ts'
import { LONGEST_WORD } from './words-to-ask.ts'

export type ContextMenus = Pick<typeof Menu, 'buildFromTemplate'>

/** What was clicked, as far as this menu goes by it. */
export type Clicked = Pick<ContextMenuParams, 'misspelledWord' | 'isEditable' | 'selectionText' | 'editFlags'>

/** The menu at a text: how a misspelt word may be meant, and what every text field has. */
export function openContextMenu(window: BrowserWindow, menus: ContextMenus, spelling: Spelling): void {
  let last: Clicked | null = null
  window.webContents.on('context-menu', async (_event, clicked) => {
    last = clicked
    const misspelledWord = misspeltIn(clicked)
    const suggestions = misspelledWord === '' ? [] : await spelling.suggestions(misspelledWord)
    if (window.isDestroyed() || last !== clicked) return
    const items = contextTemplate(clicked, suggestions, window, spelling)
    if (items.length > 0) menus.buildFromTemplate([...items]).popup({ window })
  })
}

export function contextTemplate(
  clicked: Clicked,
  suggestions: readonly string[],
  { webContents }: Pick<BrowserWindow, 'webContents'>,
  spelling: Pick<Spelling, 'add'>,
): readonly MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = clicked
  const misspelledWord = misspeltIn(clicked)
  const copy = { role: 'copy', enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText === '' ? [] : [copy]
  const editing = [
    { role: 'cut', enabled: editFlags.canCut },
    copy,
    { role: 'paste', enabled: editFlags.canPaste },
  ] as const
  const all = [{ role: 'selectAll', enabled: editFlags.canSelectAll }] as const
  if (misspelledWord === '') return parted([editing, all])
  const near = suggestions.map(word => ({ label: word, click: () => webContents.replaceMisspelling(word) }))
  return parted([
    near.length > 0 ? near : [{ label: 'No suggestions', enabled: false }],
    [{ label: ADD, click: () => accept(misspelledWord, webContents, spelling) }],
    editing,
    all,
  ])
}

// What the page says was clicked is asked about and added no longer than what the page may ask itself.
const misspeltIn = ({ misspelledWord }: Clicked) =>
  misspelledWord.length <= LONGEST_WORD ? misspelledWord : ''

const ADD = 'Add to dictionary until the desk is locked'

function accept(word: string, webContents: WebContents, spelling: Pick<Spelling, 'add'>): void {
  spelling.add(word)
  // By itself the line under it would stay until the next key.
  webContents.replaceMisspelling(word)
}
