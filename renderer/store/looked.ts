import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Instant } from '../../shared/domain/time.ts'

interface LookedState {
  /** What others did after this is news; null: not read yet. */
  readonly since: Instant | null
  /** This person was never at this device before. */
  readonly first: boolean
}

const initialState: LookedState = { since: null, first: false }

const slice = createSlice({
  name: 'looked',
  initialState,
  reducers: {
    lookedSince: (_, { payload }: PayloadAction<LookedState>) => payload,
  },
})

export const { lookedSince } = slice.actions
export const looked = slice.reducer
