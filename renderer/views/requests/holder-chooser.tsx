import type { StaffNumber } from '../../../shared/domain/ids.ts'
import type { StaffMember } from '../../../shared/domain/organisation.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import { teamName } from '../../../shared/queries/names.ts'
import { useReadings } from '../desk-context.ts'

interface HolderChooserProps {
  readonly found: readonly StaffMember[]
  readonly chosen: StaffNumber | null
  /** What else is to be known of one. */
  readonly noteOf?: (staff: StaffMember) => string | null
  readonly onChoose: (holder: StaffNumber) => void
}

/** Who is to do it, with what each has in hand (TEAM-1). */
export function HolderChooser({ found, chosen, noteOf = () => null, onChoose }: HolderChooserProps) {
  const { index, loads } = useReadings()
  // Of whoever moved here from another team of the segment there is a row for what he left behind, too.
  const here = loads.filter(({ standing }) => standing === 'works-here')
  const inHand = new Map(here.map(({ staff, openRequests }) => [staff.number, openRequests]))
  const teams = new Set(found.map(({ team }) => team))
  return (
    <fieldset className="chooser">
      <legend>Who is to do it?</legend>
      {found.map(staff => {
        const { number, name, team } = staff
        const note = noteOf(staff)
        return (
          <label key={number} className="choice">
            <input type="radio" name="holder" checked={chosen === number} onChange={() => onChoose(number)} />
            <span>
              {name}
              {teams.size > 1 && <span className="quiet"> {teamName(team, index)}</span>}
              {note !== null && <span className="quiet"> {note}</span>}
            </span>
            <span className="quiet">
              {inHand.has(number) && counted(inHand.get(number) ?? 0, 'open request')}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
