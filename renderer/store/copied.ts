import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

interface Copying {
  readonly what: string
  /** It may not be allowed here. */
  readonly copied: boolean
}

const initialState = { copying: null as Copying | null }

/** What a key or the palette put where it can be pasted from; until the person does something else. */
const slice = createSlice({
  name: 'copied',
  initialState,
  reducers: {
    copyingEnded: (_, { payload }: PayloadAction<Copying>) => ({ copying: payload }),
  },
  extraReducers: builder => {
    builder.addMatcher(
      ({ type }) => type.startsWith('list/') || type.startsWith('panel/'),
      () => initialState,
    )
  },
})

export const { copyingEnded } = slice.actions
export const copied = slice.reducer
