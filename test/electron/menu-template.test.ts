import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { MenuAction } from '../../electron/contract.ts'
import { withKeys } from '../../electron/menu-keys.ts'
import { menuTemplate } from '../../electron/menu-template.ts'
import { Menu, shownMenu } from '../electron-stand-in/menu.ts'
import { menuLines } from '../electron-stand-in/menu-lines.ts'

const action = (id: string, menu: MenuAction['menu'], more: Partial<MenuAction> = {}): MenuAction => ({
  id,
  name: id,
  menu,
  keys: [],
  enabled: true,
  ...more,
})

function shown(actions: readonly MenuAction[], devTools = false) {
  const wishes = { choose: vi.fn(), zoom: vi.fn() }
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(actions, wishes, devTools)]))
  const lines = menuLines(shownMenu())
  return {
    wishes,
    lines: lines.map(({ line }) => line),
    choose: (line: string) => lines.find(each => each.line === line)?.click(),
  }
}

describe('the application menu', () => {
  it('has what every program has when nobody is at work', () => {
    expect(shown([]).lines).toEqual([
      'File > Change the hub …',
      'File > quit',
      'Edit > undo',
      'Edit > redo',
      'Edit > cut',
      'Edit > copy',
      'Edit > paste',
      'Edit > selectAll',
      'View > Zoom in',
      'View > Zoom out',
      'View > Actual size',
      'View > reload',
      'View > togglefullscreen',
      'Window > minimize',
      'Window > close',
    ])
  })

  it('has each action once, under its menu, and says what cannot be done', () => {
    const { lines } = shown([
      action('go-orphans', 'Go', { name: 'Orphans', keys: ['g', 'o'] }),
      action('return', 'Do', { name: 'Return 23 case groups', keys: ['r'] }),
      action('refer', 'Incident', { name: 'Refer', enabled: false }),
      action('review', 'Pane', { name: 'Review', enabled: false }),
    ])
    expect(lines.filter(line => /^(Go|Do)/.test(line))).toEqual([
      'Go > Orphans (g o)',
      'Do > Return 23 case groups',
      'Do > With an incident > Refer off',
      'Do > In the right pane > Review off',
    ])
  })

  it('tells what was chosen', () => {
    const { wishes, choose } = shown([action('return', 'Do')])
    choose('Do > return')
    choose('View > Zoom in')
    expect(wishes.choose.mock.calls).toEqual([['return']])
    expect(wishes.zoom.mock.calls).toEqual([['in']])
  })

  it('offers developer tools only where the desk is not an installed one', () => {
    expect(shown([]).lines.join()).not.toContain('toggleDevTools')
    expect(shown([], true).lines).toContain('View > toggleDevTools')
  })

  it('can show whatever keys and names there are', () => {
    const key = fc.oneof(
      fc.constantFrom('g', 'J', '?', '/', 'Ctrl+K', 'Home', 'Alt+1', '+', ' '),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(key, { maxLength: 2 }), fc.string({ minLength: 1 }), (keys, name) => {
        expect(() => shown([action('it', 'Do', { keys, name })])).not.toThrow()
      }),
    )
  })
})

describe('a key in the menu', () => {
  it.each([
    [['r'], { accelerator: 'R' }],
    [['J'], { accelerator: 'Shift+J' }],
    [['Ctrl+K'], { accelerator: 'Ctrl+K' }],
    [['Escape'], { accelerator: 'Escape' }],
  ])('%j is shown and not registered: the page answers it', (keys, wanted) => {
    expect(withKeys('Name', keys)).toEqual({ label: 'Name', ...wanted, registerAccelerator: false })
  })

  it.each([
    [['g', 'o'], 'Name (g o)'],
    [['?'], 'Name (?)'],
    [[], 'Name'],
  ])('%j stands beside the name, where a menu cannot say it', (keys, label) => {
    expect(withKeys('Name', keys)).toEqual({ label })
  })

  it('an ampersand in a name is one', () => {
    expect(withKeys('Advice & Guidance', [])).toEqual({ label: 'Advice && Guidance' })
  })
})
