import { configureStore } from '@reduxjs/toolkit'
import { useDispatch, useSelector, useStore } from 'react-redux'
import { connection } from './connection.ts'
import { copied } from './copied.ts'
import { exporting } from './exporting.ts'
import { list } from './list.ts'
import { looked } from './looked.ts'
import { panel } from './panel.ts'
import { keepSettings, keptSettings, settings } from './settings.ts'
import { takenBack } from './taken-back.ts'
import { trouble } from './trouble.ts'

/** What the person is doing; never a record (those are in the replica). */
export function createDeskStore() {
  const store = configureStore({
    reducer: { connection, copied, exporting, list, looked, panel, settings, takenBack, trouble },
    preloadedState: { settings: keptSettings() },
    devTools: false,
    // 50,000 selected rows would be walked through at every action.
    middleware: standard => standard({ serializableCheck: false, immutableCheck: false }),
  })
  let kept = store.getState().settings
  store.subscribe(() => {
    const now = store.getState().settings
    if (now !== kept) keepSettings(now)
    kept = now
  })
  return store
}

export type DeskStore = ReturnType<typeof createDeskStore>
export type DeskState = ReturnType<DeskStore['getState']>

export const useDeskDispatch = useDispatch.withTypes<DeskStore['dispatch']>()
export const useDeskStore = useStore.withTypes<DeskStore>()
export const useDeskState = useSelector.withTypes<DeskState>()
