import { useNavigate } from '@tanstack/react-router'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { PastedFound } from '../../../shared/queries/pasted-list.ts'
import type { Findable } from '../../../shared/queries/search.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { listNarrowed } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import type { ViewId } from './list-view.ts'

interface NarrowedNoteProps {
  readonly view: ViewId
  /** What of them is in this list. */
  readonly rows: readonly Findable[]
}

/** Says that only some case groups are listed, which, and how to see the others. */
export function NarrowedNote({ view, rows }: NarrowedNoteProps) {
  const narrowed = useDeskState(state => state.list.narrowed)
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  if (!narrowed) return null
  const elsewhere = narrowed.groups.length - new Set(rows.map(({ group }) => group?.id)).size
  return (
    <p className="callout callout-plain">
      Only these: {narrowed.words}.{' '}
      {narrowed.pasted && elsewhere > 0 && (
        <>
          {numberWords(elsewhere)} of them {elsewhere === 1 ? 'is' : 'are'} not in this list.{' '}
          {view !== 'case-groups' && (
            <button
              type="button"
              className="plain-link"
              onClick={() => void navigate({ to: '/case-groups' })}
            >
              See {counted(narrowed.groups.length, 'case group')}
            </button>
          )}{' '}
        </>
      )}
      {narrowed.pasted && <Missing found={narrowed.pasted} />}
      <button type="button" className="plain-link" onClick={() => dispatch(listNarrowed(null))}>
        Show the whole list
      </button>
    </p>
  )
}

const NAMED = 8

/** What was pasted and is no number of a case group that one sees. */
function Missing({ found: { missing } }: { readonly found: PastedFound }) {
  if (missing.length === 0) return null
  const more = missing.length - NAMED
  return (
    <>
      Not found among your case groups: {missing.slice(0, NAMED).join(', ')}
      {more > 0 && ` and ${numberWords(more)} more`}.{' '}
      <CopyButton name={`Copy the ${numberWords(missing.length)} not found`} text={missing.join('\n')} />{' '}
    </>
  )
}
