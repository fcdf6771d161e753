// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { WhichHub } from '../../renderer/which-hub.tsx'
import { aDesktop } from './make/a-desktop.ts'
import { likeABrowser } from './make/in-page.ts'

afterEach(cleanup)

async function sit(...given: Parameters<typeof aDesktop>) {
  likeABrowser()
  const desktop = aDesktop(...given)
  const user = userEvent.setup()
  await act(async () => void render(<WhichHub desktop={desktop}>The desk</WhichHub>))
  return { desktop, user }
}

describe('which hub', () => {
  it('is asked where nobody has said, instead of the desk', async () => {
    const { desktop, user } = await sit({ kind: 'none', address: null, fixed: false })
    expect(screen.queryByText('The desk')).toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Address of the hub' }), 'https://hub.example')
    await user.click(screen.getByRole('button', { name: 'Use this hub' }))
    await user.click(screen.getByRole('button', { name: 'Use a demonstration on this computer' }))
    expect(desktop.asked).toEqual(['https://hub.example', null])
    expect(await screen.findByText('The desk closes and opens again.')).toBeTruthy()
  })

  it('says what is wrong with an address', async () => {
    const { user } = await sit({ kind: 'none', address: null, fixed: false })
    await user.type(screen.getByRole('textbox'), 'nowhere{Enter}')
    expect(
      await screen.findByText(/begins with https:/, { selector: '[role=alert] *, [role=alert]' }),
    ).toBeTruthy()
  })

  it('is asked again, over the desk, when the menu says so', async () => {
    const { desktop, user } = await sit()
    expect(screen.getByText('The desk')).toBeTruthy()
    act(() => desktop.choose('hub'))
    expect(await screen.findByText('The hub is at https://hub.example.')).toBeTruthy()
    expect(screen.getByText('The desk')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText('The hub is at https://hub.example.')).toBeNull()
  })

  it('cannot be changed where it was named at the start, and the desk says so', async () => {
    const { desktop } = await sit({ kind: 'address', address: 'https://hub.example', fixed: true })
    act(() => desktop.choose('hub'))
    expect(await screen.findByText(/cannot be changed here/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
