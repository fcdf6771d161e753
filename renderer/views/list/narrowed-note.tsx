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
  const { words, groups, pasted } = narrowed
  const elsewhere = groups.length - new Set(rows.map(({ group }) => group?.id)).size
  return (
    <div className="callout callout-plain">
      <p>
        Only these: {words}.{' '}
        {pasted && elsewhere > 0 && `${numberWords(elsewhere)} of them ${verb(elsewhere)} not in this list. `}
        {pasted && missingWords(pasted)}
      </p>
      <div className="toolbar">
        {pasted && elsewhere > 0 && view !== 'case-groups' && (
          <button type="button" className="plain-link" onClick={() => void navigate({ to: '/case-groups' })}>
            See {counted(groups.length, 'case group')}
          </button>
        )}
        <button type="button" className="plain-link" onClick={() => dispatch(listNarrowed(null))}>
          Show the whole list
        </button>
        {pasted && pasted.missing.length > 0 && (
          <CopyButton
            name={`Copy the ${numberWords(pasted.missing.length)} not found`}
            text={pasted.missing.join('\n')}
          />
        )}
      </div>
    </div>
  )
}

const verb = (count: number) => (count === 1 ? 'is' : 'are')

const NAMED = 8

/** What was pasted and is no number of a case group that one sees. */
function missingWords({ missing }: PastedFound): string {
  if (missing.length === 0) return ''
  const more = missing.length - NAMED
  const others = more > 0 ? ` and ${numberWords(more)} more` : ''
  return `Not found among your case groups: ${missing.slice(0, NAMED).join(', ')}${others}.`
}
