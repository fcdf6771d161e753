import type { Incident } from '../../../shared/domain/incident.ts'
import { actorWords } from '../../../shared/queries/history-words.ts'
import { entryWhen } from '../../../shared/queries/incident-entry-words.ts'
import { stepDone } from '../../../shared/queries/incident-field-words.ts'
import { lastSaid } from '../../../shared/queries/last-said.ts'
import { useReadings } from '../desk-context.ts'

/** What was written with the step that brought it here: whoever has the next turn goes by that. */
export function LastSaid({ incident }: { readonly incident: Incident }) {
  const { index, today } = useReadings()
  const said = lastSaid(incident)
  if (!said) return null
  const { entry, words } = said
  return (
    <div className="last-said">
      <p className="quiet">
        {stepDone(entry)}, {entryWhen(entry, today)}, {actorWords(entry.actor, index)}
      </p>
      <blockquote className="written">{words}</blockquote>
    </div>
  )
}
