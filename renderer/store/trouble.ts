import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** What was asked of this device or the hub, and failed. */
export type Trouble =
  | 'not-saved'
  | 'not-taken-back'
  | 'too-late'
  | 'partly-too-late'
  | 'not-dealt-with'
  | 'not-signed-out'
  | 'not-written'

const initialState = { trouble: null as Trouble | null }

const slice = createSlice({
  name: 'trouble',
  initialState,
  reducers: {
    troubleMet: (_, { payload }: PayloadAction<Trouble>) => ({ trouble: payload }),
    troubleClosed: () => initialState,
  },
})

export const { troubleMet, troubleClosed } = slice.actions
export const trouble = slice.reducer
