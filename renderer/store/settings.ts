import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import { z } from 'zod'

const shape = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Single-letter keys; some people's software types for them (WCAG 2.1.4). */
  singleKeys: z.boolean(),
})

export type Settings = z.output<typeof shape>

const KEY = 'desk-settings'
const usual: Settings = { theme: 'system', singleKeys: true }

/** As kept on this device; nothing in them is about anybody. */
export function keptSettings(): Settings {
  try {
    return shape.parse(JSON.parse(localStorage.getItem(KEY) ?? ''))
  } catch {
    return usual
  }
}

export function keepSettings(settings: Settings): void {
  localStorage.setItem(KEY, JSON.stringify(settings))
}

const slice = createSlice({
  name: 'settings',
  initialState: usual,
  reducers: {
    themeChosen: (state, { payload }: PayloadAction<Settings['theme']>) => ({ ...state, theme: payload }),
    singleKeysSwitched: (state, { payload }: PayloadAction<boolean>) => ({ ...state, singleKeys: payload }),
  },
})

export const { themeChosen, singleKeysSwitched } = slice.actions
export const settings = slice.reducer
