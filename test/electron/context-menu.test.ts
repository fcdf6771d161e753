import { describe, expect, it, vi } from 'vitest'
import { type Clicked, contextTemplate, openContextMenu } from '../../electron/context-menu.ts'
import { Menu, type MenuLook } from '../electron-stand-in/menu.ts'
import { menuLines } from '../electron-stand-in/menu-lines.ts'

const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true } as Clicked['editFlags']

function open(clicked: Partial<Clicked>, suggestions: readonly string[] = []) {
  const webContents = { replaceMisspelling: vi.fn() }
  const spelling = { add: vi.fn() }
  const params = { misspelledWord: '', isEditable: true, selectionText: '', editFlags: all, ...clicked }
  const items = contextTemplate(params, suggestions, { webContents } as never, spelling)
  const lines = menuLines(Menu.buildFromTemplate([...items]) as unknown as MenuLook)
  return {
    webContents,
    spelling,
    lines: lines.map(({ line }) => line),
    choose: (line: string) => lines.find(each => each.line === line)?.click(),
  }
}

const ADD = 'Add to dictionary until the desk is locked'
const editing = ['cut', 'copy', 'paste', 'selectAll']

describe('the menu at a text', () => {
  it('has what every field has, greyed out where it cannot be done', () => {
    const editFlags = { ...all, canCut: false, canPaste: false }
    expect(open({}).lines).toEqual(editing)
    expect(open({ editFlags }).lines).toEqual(['cut off', 'copy', 'paste off', 'selectAll'])
  })

  it('begins with the words that may be meant, each in the place of the misspelt one', () => {
    const { lines, choose, webContents } = open({ misspelledWord: 'recieved' }, ['received', 'relieved'])
    expect(lines).toEqual(['received', 'relieved', ADD, ...editing])
    choose('relieved')
    expect(webContents.replaceMisspelling.mock.calls).toEqual([['relieved']])
  })

  it('says where it knows none', () => {
    expect(open({ misspelledWord: 'xkcdqw' }).lines).toEqual(['No suggestions off', ADD, ...editing])
  })

  it('takes the line from under a word that is added', () => {
    const { choose, webContents, spelling } = open({ misspelledWord: 'arrerage' })
    choose(ADD)
    expect(spelling.add.mock.calls).toEqual([['arrerage']])
    expect(webContents.replaceMisspelling.mock.calls).toEqual([['arrerage']])
  })

  it('takes no word for one that is longer than any', () => {
    expect(open({ misspelledWord: 'a'.repeat(61) }, ['received']).lines).toEqual(editing)
  })

  it('copies what is selected on the page, and is not there where nothing is', () => {
    expect(open({ isEditable: false, selectionText: 'some words' }).lines).toEqual(['copy'])
    expect(open({ isEditable: false }).lines).toEqual([])
  })
})

describe('a menu that waits for how a word may be meant', () => {
  /** Two clicks, each with its words to come; which menus were opened in the end, by their first line. */
  function clickedTwice() {
    const waiting: ((words: readonly string[]) => void)[] = []
    const spelling = {
      suggestions: () => new Promise<readonly string[]>(found => waiting.push(found)),
    }
    const listeners: ((event: object, clicked: object) => void)[] = []
    let isGone = false
    const window = {
      webContents: { on: (_name: string, listener: (typeof listeners)[number]) => listeners.push(listener) },
      isDestroyed: () => isGone,
    }
    const shown: unknown[] = []
    const menus = {
      buildFromTemplate: ([first]: readonly { label?: string }[]) => ({
        popup: () => shown.push(first?.label),
      }),
    }
    openContextMenu(window as never, menus as never, spelling as never)
    const at = (misspelledWord: string) =>
      listeners[0]?.({}, { misspelledWord, isEditable: true, selectionText: '', editFlags: all })
    at('recieved')
    at('wich')
    const answer = async (which: number, word: string) => {
      waiting[which]?.([word])
      await Promise.resolve()
      await Promise.resolve()
    }
    const close = () => {
      isGone = true
    }
    return { shown, answer, close }
  }

  it('opens at the last click only, whichever words come first', async () => {
    const { shown, answer } = clickedTwice()
    await answer(1, 'which')
    await answer(0, 'received')
    expect(shown).toEqual(['which'])
  })

  it('opens no more where the window has gone meanwhile', async () => {
    const { shown, answer, close } = clickedTwice()
    close()
    await answer(1, 'which')
    expect(shown).toEqual([])
  })
})
