import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { MasterCaseNumber, StaffNumber } from '../../shared/domain/ids.ts'
import type { RecoveryId } from '../../shared/domain/recovery-request.ts'
import type { PastedFound } from '../../shared/queries/pasted-list.ts'

/** What the person does in the list before him. */
export interface ListState {
  /** The key of the row that is explained. */
  readonly focused: string | null
  readonly selected: readonly string[]
  readonly search: string
  /** Whose case groups are listed, once chosen from the team. */
  readonly caseworker: StaffNumber | null
  /** The only case groups that are listed, and what they have in common: gone to from Today, or pasted. */
  readonly narrowed: Narrowed | null
  /** The row that is gone to in another view, until one is there. */
  readonly aimed: string | null
  /** Whether the NINOs of the row that is explained are shown whole. */
  readonly ninosShown: boolean
}

export interface Narrowed {
  readonly words: string
  readonly groups: readonly MasterCaseNumber[]
  /** Of requests to local IT: which of those on the groups. */
  readonly recoveries?: readonly RecoveryId[]
  /** Of a list that was pasted. */
  readonly pasted?: PastedFound
}

/** What is done something to: the selected rows, or else the focused one. */
export const rowsMeant = ({
  selected,
  focused,
}: Pick<ListState, 'selected' | 'focused'>): readonly string[] =>
  selected.length > 0 ? selected : focused === null ? [] : [focused]

const initialState: ListState = {
  focused: null,
  selected: [],
  search: '',
  caseworker: null,
  narrowed: null,
  aimed: null,
  ninosShown: false,
}

const slice = createSlice({
  name: 'list',
  initialState: initialState as ListState,
  reducers: {
    // What was asked for was those of one row.
    rowFocused: (state, { payload }: PayloadAction<string | null>) => ({
      ...state,
      focused: payload,
      ninosShown: state.ninosShown && payload === state.focused,
    }),
    ninosToggled: state => ({ ...state, ninosShown: !state.ninosShown }),
    rowsSelected: (state, { payload }: PayloadAction<readonly string[]>) => ({ ...state, selected: payload }),
    searchTyped: (state, { payload }: PayloadAction<string>) => ({ ...state, search: payload }),
    caseworkerChosen: (_, { payload }: PayloadAction<StaffNumber>) => ({
      ...initialState,
      caseworker: payload,
    }),
    listNarrowed: (state, { payload }: PayloadAction<Narrowed | null>) => ({ ...state, narrowed: payload }),
    /** Gone to from the rail or by key: begun afresh. */
    viewChosen: () => initialState,
    /** Gone to for one of its rows: begun afresh, so that the row is listed. */
    rowAimed: (_, { payload }: PayloadAction<string>) => ({
      ...initialState,
      focused: payload,
      aimed: payload,
    }),
    /** Another view: its rows are others. */
    viewLeft: state => ({ ...state, focused: state.aimed, selected: [], aimed: null, ninosShown: false }),
  },
})

export const {
  rowAimed,
  rowFocused,
  rowsSelected,
  searchTyped,
  caseworkerChosen,
  listNarrowed,
  ninosToggled,
  viewChosen,
  viewLeft,
} = slice.actions
export const list = slice.reducer
