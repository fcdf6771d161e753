import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { StaffNumber } from '../../shared/domain/ids.ts'

/** What the person does in the list before him. */
export interface ListState {
  /** The key of the row that is explained. */
  readonly focused: string | null
  readonly selected: readonly string[]
  readonly search: string
  /** Whose case groups are listed, once chosen from the team. */
  readonly caseworker: StaffNumber | null
}

const initialState: ListState = { focused: null, selected: [], search: '', caseworker: null }

const slice = createSlice({
  name: 'list',
  initialState: initialState as ListState,
  reducers: {
    rowFocused: (state, { payload }: PayloadAction<string | null>) => ({ ...state, focused: payload }),
    rowsSelected: (state, { payload }: PayloadAction<readonly string[]>) => ({ ...state, selected: payload }),
    searchTyped: (state, { payload }: PayloadAction<string>) => ({ ...state, search: payload }),
    caseworkerChosen: (_, { payload }: PayloadAction<StaffNumber>) => ({
      ...initialState,
      caseworker: payload,
    }),
    /** Gone to from the rail or by key: begun afresh. */
    viewChosen: () => initialState,
    /** Another view: its rows are others. */
    viewLeft: state => ({ ...state, focused: null, selected: [] }),
  },
})

export const { rowFocused, rowsSelected, searchTyped, caseworkerChosen, viewChosen, viewLeft } = slice.actions
export const list = slice.reducer
