// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { anOrganisation } from '../../make/an-organisation.ts'
import { aCaseload } from '../make/a-caseload.ts'
import { aDesk } from '../make/a-desk.ts'
import { sitDownAt } from '../make/sit-down.tsx'

let files: { readonly name: string; readonly content: Blob }[] = []

beforeEach(() => {
  files = []
  const contents: Blob[] = []
  URL.createObjectURL = content => {
    contents.push(content as Blob)
    return 'blob:it'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const content = contents.at(-1)
    if (content) files.push({ name: this.download, content })
  })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const sit = (view: string, groups = 6) =>
  sitDownAt(aDesk({ actor: 'N1-lead', groups: aCaseload(groups), organisation: anOrganisation() }), view)

describe('the file of a list', () => {
  it('is the list before one, by button, and names nobody', async () => {
    const user = await sit('case-groups')
    await user.click(screen.getByRole('button', { name: 'CSV of this list' }))
    await waitFor(() => expect(files).toHaveLength(1))
    expect(files[0]?.name).toMatch(/^Case groups, \d{1,2} \w+ \d{4}\.csv$/)
    expect(await linesOf(files[0]?.content)).toHaveLength(7)
  })

  it('is the selected rows where some are', async () => {
    const user = await sit('case-groups')
    screen.getByRole('grid').focus()
    await user.keyboard('xjx')
    await user.click(screen.getByRole('button', { name: 'CSV of the selected rows' }))
    await waitFor(() => expect(files).toHaveLength(1))
    expect(await linesOf(files[0]?.content)).toHaveLength(3)
  })

  it('has nothing of a nationally sensitive group, on paper neither, and says how many rows that leaves out (ACC-3)', async () => {
    const [first, ...others] = aCaseload(3)
    if (!first) throw new Error('There is no group.')
    const groups = [{ ...first, sensitive: true }, ...others]
    const user = await sitDownAt(
      aDesk({ actor: 'N1-lead', groups, organisation: anOrganisation() }),
      'case-groups',
    )
    await user.click(screen.getByRole('button', { name: 'CSV of this list' }))
    await waitFor(() => expect(files).toHaveLength(1))
    const written = await linesOf(files[0]?.content)
    expect(written.at(-1)).toContain('1 row about nationally sensitive case groups is left out')
    expect(written.slice(0, -1).join()).not.toMatch(new RegExp(`${first.id}|${first.title}`))
    expect(written).toHaveLength(4)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    const paper = document.querySelector('.paper')?.textContent
    expect(paper).toContain('1 row about nationally sensitive case groups is left out')
    expect(paper).not.toMatch(new RegExp(`${first.id}|${first.title}`))
  })

  it('is not written where nothing is listed; that is said', async () => {
    const user = await sit('locks', 0)
    await user.keyboard('{Control>}k{/Control}')
    await user.click(await screen.findByRole('option', { name: /CSV of this list/ }))
    expect(await screen.findByText(/there is nothing to write to a file/)).toBeTruthy()
    expect(files).toEqual([])
  })
})

function linesOf(content: Blob | undefined): Promise<readonly string[]> {
  return new Promise(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).trimEnd().split('\r\n'))
    reader.readAsText(content ?? new Blob())
  })
}
