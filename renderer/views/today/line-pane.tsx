import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { numberWords, whenWords } from '../../../shared/queries/date-words.ts'
import { actorWords, historyWords } from '../../../shared/queries/history-words.ts'
import type { Mention, TodayLine } from '../../../shared/queries/today-line.ts'
import { rowFocused } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import { idOf, SubjectLine } from './subject-line.tsx'
import { wordsOf } from './today-words.ts'

const SHOWN = 25

/** What a line is about: which case groups, and what happened to each. */
export function LinePane({ line, onGo }: { readonly line: TodayLine; readonly onGo: () => void }) {
  const { count, mentions, subjects } = line
  const readings = useReadings()
  const more = mentions.length + subjects.length - SHOWN
  return (
    <>
      <h2>{wordsOf(line, readings)}</h2>
      {count === 0 ? (
        <p className="note pane-note">There is nothing to do about this.</p>
      ) : (
        <div className="toolbar pane-note">
          <Button size="small" appearance="primary" onClick={onGo}>
            Show {count === 1 ? 'it' : `all ${numberWords(count)}`}
          </Button>
        </div>
      )}
      <ol className="history">
        {mentions.slice(0, SHOWN).map(mention => (
          <MentionLine key={mention.group.id} mention={mention} />
        ))}
        {subjects.slice(0, Math.max(0, SHOWN - mentions.length)).map(subject => (
          <SubjectLine key={idOf(subject)} subject={subject} />
        ))}
      </ol>
      {more > 0 && <p className="quiet">and {numberWords(more)} more in the list.</p>}
    </>
  )
}

function MentionLine({ mention: { group, entry } }: { readonly mention: Mention }) {
  const { index, today } = useReadings()
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const open = () => {
    dispatch(rowFocused(group.id))
    void navigate({ to: '/case-group' })
  }
  return (
    <li>
      <button type="button" className="plain-link" onClick={open}>
        <span className="number">{group.id}</span> {group.title}
      </button>
      {entry && <span>{historyWords(entry, index)}</span>}
      {entry && (
        <span className="quiet">
          {whenWords(entry.at, today)}, {actorWords(entry.actor, index)}
        </span>
      )}
      {entry?.reason && <q>{entry.reason}</q>}
    </li>
  )
}
