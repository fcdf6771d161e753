import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

/** How a list that is written to a file stands. */
export type Exporting =
  | { readonly kind: 'idle' }
  /** There was no row to write. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }

const slice = createSlice({
  name: 'exporting',
  initialState: { kind: 'idle' } as Exporting,
  reducers: {
    exportingChanged: (_, { payload }: PayloadAction<Exporting>) => payload,
  },
})

export const { exportingChanged } = slice.actions
export const exporting = slice.reducer
