import { Input } from '@fluentui/react-components'
import { deskPartsOf } from '../../../shared/queries/desk-part.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { isLocalItDesk } from '../../../shared/queries/viewpoint.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { searchTyped } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { usePasting } from './use-pasting.ts'

const usual = 'name, master case number, NINO, postcode'

/** What the lists of a desk are searched by. */
function searchedBy({ view, index }: Readings): string {
  if (isLocalItDesk(view)) return 'master case number, IT reference'
  const parts = deskPartsOf(view.staff, index)
  const only = parts.every(part => part === 'service-management')
  return only ? 'file, row, column, value' : usual
}

/** What is typed is looked for in the list before one; what is pasted as a list is shown there. */
export function Search({ readings }: { readonly readings: Readings | undefined }) {
  const search = useDeskState(state => state.list.search)
  const dispatch = useDeskDispatch()
  const onPaste = usePasting(readings)
  const by = readings ? searchedBy(readings) : usual
  return (
    <search className="search">
      <Input
        id="search"
        size="small"
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={`Search this list: ${by}`}
        placeholder={`Search ${by}`}
        value={search}
        onChange={(_, { value }) => dispatch(searchTyped(value))}
        onPaste={onPaste}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          dispatch(searchTyped(''))
          event.currentTarget.blur()
        }}
        contentAfter={<KeyCap>/</KeyCap>}
      />
    </search>
  )
}
