// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SegmentName, TeamId } from '../../../shared/domain/ids.ts'
import { aCaseGroup, number } from '../../make/a-case-group.ts'
import { anOrganisation, staff } from '../../make/an-organisation.ts'
import { aDesk, type DeskInMemory } from '../make/a-desk.ts'
import { pane, sitDownAt } from '../make/sit-down.tsx'

afterEach(cleanup)

const sensitive = aCaseGroup({
  id: number('10000007'),
  title: 'Secret v Hidden',
  segment: 'FS_GB_CCLNT_SCR' as SegmentName,
  team: 'SCR' as TeamId,
  holder: staff('SCR-1'),
  sensitive: true,
})

const organisation = anOrganisation()

/** At the list of all groups, with the first in the pane. */
async function seated(desk: DeskInMemory) {
  const user = await sitDownAt(desk, 'case-groups')
  await vi.waitFor(() => expect(pane().textContent).not.toBe(''))
  return user
}

/** What the explanation in the pane is on paper. */
function onPaper(): string {
  pane().focus()
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  const text = document.querySelector('.paper')?.textContent ?? ''
  act(() => void window.dispatchEvent(new Event('afterprint')))
  return text
}

describe('ACC-3 a nationally sensitive case group in the pane', () => {
  it('says nothing before it is said why it is opened', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    const user = await seated(desk)
    expect(pane().textContent).not.toContain('Secret')
    expect(pane().textContent).toContain('What do you open it for?')
    await user.click(screen.getByRole('button', { name: 'Open 1 case group' }))
    expect(pane().textContent).toContain('Choose one, and say why in a few words.')
    await user.click(
      screen.getByRole('radio', { name: 'A complaint, an appeal or a request for information' }),
    )
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'Her letter of Monday.')
    await user.click(screen.getByRole('button', { name: 'Open 1 case group' }))
    await vi.waitFor(() => expect(pane().textContent).toContain('Secret v Hidden'))
  })

  it('is opened by keys alone, after which they are the list’s again; what is too long is said, not cut', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    const user = await seated(desk)
    await user.click(screen.getByRole('radio', { name: 'My work on the case' }))
    const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'In a few words' })
    await user.click(words)
    await user.paste('x'.repeat(5000))
    expect(words.value).toHaveLength(5000)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(pane().textContent).toContain('this has 5,000, all of them still here.')
    await user.clear(words)
    await user.keyboard('My week.{Control>}{Enter}{/Control}')
    await vi.waitFor(() => expect(pane().textContent).toContain('Secret v Hidden'))
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('grid'))
  })

  it('is asked the same before a form about it shows what it is filled in with, and the keys go there', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    const user = await seated(desk)
    screen.getByRole('grid').focus()
    await user.keyboard('r')
    await vi.waitFor(() => expect(pane().getAttribute('aria-label')).toBe('What will happen'))
    expect(pane().textContent).toContain('What do you open it for?')
    expect(pane().textContent).not.toMatch(/Secret|Nothing is sent before/)
    await user.click(screen.getByRole('radio', { name: 'My work on the case' }))
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'My week.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await vi.waitFor(() => expect(pane().textContent).toContain('Nothing is sent before'))
    await vi.waitFor(() => expect(pane().contains(document.activeElement)).toBe(true))
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
  })

  const another = { ...sensitive, id: number('10000008'), title: 'Covert v Veiled' }

  it('is asked once for all that a form is about, and each is recorded', async () => {
    const made = aDesk({ actor: 'SCR-lead', groups: [sensitive, another], organisation })
    const open = vi.fn(made.readTrail.open)
    const user = await seated({ ...made, readTrail: { ...made.readTrail, open } })
    screen.getByRole('grid').focus()
    await user.keyboard('xjxr')
    await vi.waitFor(() => expect(pane().textContent).toContain('2 nationally sensitive case groups'))
    expect(pane().textContent).not.toMatch(/Secret|Covert|Nothing is sent before/)
    await user.click(screen.getByRole('radio', { name: 'My work on the case' }))
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'My week.')
    await user.click(screen.getByRole('button', { name: 'Open 2 case groups' }))
    await vi.waitFor(() => expect(pane().textContent).toContain('Nothing is sent before'))
    expect(pane().textContent).toMatch(/Secret.*Covert/s)
    expect(open.mock.calls).toEqual([[['10000007', '10000008'], 'work', 'My week.']])
  })

  it('is asked only of those that are not open, and whoever thinks better of it goes back', async () => {
    const mixed = [sensitive, { ...another, sensitive: false }]
    const user = await seated(aDesk({ actor: 'SCR-lead', groups: mixed, organisation }))
    screen.getByRole('grid').focus()
    await user.keyboard('xjxr')
    await vi.waitFor(() => expect(pane().textContent).toContain('Nationally sensitive 10000007'))
    expect(screen.getByRole('button', { name: 'Open 1 case group' })).toBeDefined()
    await user.click(screen.getByRole('textbox', { name: 'In a few words' }))
    await user.keyboard('{Escape}')
    await vi.waitFor(() => expect(pane().getAttribute('aria-label')).toBe('The focused case group'))
  })

  it('is not on paper before that either', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    const user = await seated(desk)
    expect(onPaper()).toContain('Say in the desk what you open case group 10000007 for')
    expect(onPaper()).not.toContain('Secret')
    await user.click(screen.getByRole('radio', { name: 'My work on the case' }))
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'My week.')
    await user.click(screen.getByRole('button', { name: 'Open 1 case group' }))
    await vi.waitFor(() => expect(pane().textContent).toContain('Secret v Hidden'))
    expect(onPaper()).toContain('Secret v Hidden')
  })

  it('stays closed where the hub does not record it, and says so', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    const user = await seated({ ...desk, readTrail: { ...desk.readTrail, open: async () => false } })
    await user.click(screen.getByRole('radio', { name: 'My work on the case' }))
    await user.type(screen.getByRole('textbox', { name: 'In a few words' }), 'My week.')
    await user.click(screen.getByRole('button', { name: 'Open 1 case group' }))
    await vi.waitFor(() => expect(pane().textContent).toContain('It was not recorded, so it stays closed.'))
    expect(pane().textContent).not.toContain('Secret')
  })

  it('is not opened without the hub', async () => {
    const desk = aDesk({ actor: 'SCR-lead', groups: [sensitive], organisation })
    desk.become({ kind: 'offline', since: '2026-11-26T09:00:00.000Z' })
    await seated(desk)
    await vi.waitFor(() => expect(pane().textContent).toContain('opened only while the hub records it'))
    expect(screen.getByRole('button', { name: 'Open 1 case group' }).getAttribute('aria-disabled')).toBe(
      'true',
    )
  })
})

describe('ACC-5 a case group of another team', () => {
  it.each([
    ['N1-mgr', ['10000001']],
    ['N1-lead', []],
  ])('shown to %s for a second is noted as %j', async (actor, noted) => {
    const desk = aDesk({ actor, groups: [aCaseGroup({ id: number('10000001') })], organisation })
    const note = vi.fn()
    await seated({ ...desk, readTrail: { ...desk.readTrail, note } })
    if (noted.length > 0) await vi.waitFor(() => expect(note).toHaveBeenCalled(), { timeout: 3000 })
    else await new Promise(done => setTimeout(done, 1200))
    expect(note.mock.calls.flat()).toEqual(noted)
  })

  it('is noted at once where it goes to paper', async () => {
    const desk = aDesk({ actor: 'N1-mgr', groups: [aCaseGroup({ id: number('10000001') })], organisation })
    const note = vi.fn()
    await seated({ ...desk, readTrail: { ...desk.readTrail, note } })
    note.mockClear()
    expect(onPaper()).toContain('10000001')
    expect(note).toHaveBeenCalledWith('10000001')
  })
})
