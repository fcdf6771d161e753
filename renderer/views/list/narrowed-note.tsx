import { useNavigate } from '@tanstack/react-router'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import type { PastedFound } from '../../../shared/queries/pasted-list.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { listNarrowed } from '../../store/list.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import type { ViewId } from './list-view.ts'

interface NarrowedNoteProps {
  readonly view: ViewId
  /** What of them is in this list. */
  readonly rows: readonly { readonly group: { readonly id: MasterCaseNumber } | null }[]
}

/** Says that only some of what there is is listed, which, and how to see the others. */
export function NarrowedNote({ view, rows }: NarrowedNoteProps) {
  const narrowed = useDeskState(state => state.list.narrowed)
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  if (!narrowed) return null
  const { words, groups, recoveries, pasted } = narrowed
  const elsewhere = groups.length - new Set(rows.map(({ group }) => group?.id)).size
  return (
    <div className="callout callout-plain">
      <p>
        Only these: {words}.{' '}
        {pasted && elsewhere > 0 && `${numberWords(elsewhere)} of them ${verb(elsewhere)} not in this list. `}
        {pasted && missingWords(pasted, recoveries ? 'the recovery requests' : 'your case groups')}
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

/** What was pasted and is no number of anything that one sees. */
function missingWords({ missing }: PastedFound, among: string): string {
  if (missing.length === 0) return ''
  const more = missing.length - NAMED
  const others = more > 0 ? ` and ${numberWords(more)} more` : ''
  return `Not found among ${among}: ${missing.slice(0, NAMED).join(', ')}${others}.`
}
