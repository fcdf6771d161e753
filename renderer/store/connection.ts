import { createSlice, type PayloadAction } from '@reduxjs/toolkit'
import type { Instant } from '../../shared/domain/time.ts'
import type { SyncState } from '../desk/desk.ts'

/** How the desk stands with the hub, as the desk last said. */
export interface Connection {
  readonly sync: SyncState
  readonly asOf: Instant | null
}

const initialState: Connection = { sync: { kind: 'loading', documents: 0 }, asOf: null }

const slice = createSlice({
  name: 'connection',
  initialState: initialState as Connection,
  reducers: {
    connectionChanged: (_, { payload }: PayloadAction<Connection>) => payload,
  },
})

export const { connectionChanged } = slice.actions
export const connection = slice.reducer
