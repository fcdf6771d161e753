import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { CommandId } from '../../shared/domain/ids.ts'

type Ids = readonly CommandId[]

const initialState = { ids: [] as Ids }

/** What the person took out of the outbox: what is in it no more, the hub accepted otherwise. */
const slice = createSlice({
  name: 'takenBack',
  initialState,
  reducers: {
    takenBackMarked: ({ ids }, { payload }: PayloadAction<Ids>) => ({ ids: [...ids, ...payload] }),
    /** It was too late for these. */
    takenBackMissed: ({ ids }, { payload }: PayloadAction<Ids>) => ({
      ids: ids.filter(id => !payload.includes(id)),
    }),
  },
})

export const { takenBackMarked, takenBackMissed } = slice.actions
export const takenBack = slice.reducer
