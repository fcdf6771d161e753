import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { absenceOf } from '../../../shared/domain/standing-in.ts'
import { counted, numberWords } from '../../../shared/queries/date-words.ts'
import { teamName, teamTitle } from '../../../shared/queries/names.ts'
import { awayWords } from '../../../shared/queries/presence.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import type { Load } from '../../../shared/queries/team-load.ts'
import { Tag } from '../../components/tag.tsx'
import { useReadings } from '../desk-context.ts'
import { type AllocationChoice, caseworkersOf, queuesOf } from './allocation-choice.ts'

interface AllocationChooserProps {
  readonly ids: readonly MasterCaseNumber[]
  readonly chosen: AllocationChoice | null
  readonly onChoose: (choice: AllocationChoice) => void
}

/** Whom to allocate to, with what each has in hand; a segment manager may also give it to a team. */
export function AllocationChooser({ ids, chosen, onChoose }: AllocationChooserProps) {
  const readings = useReadings()
  const { index } = readings
  const loads = caseworkersOf(readings)
  const queues = queuesOf(readings)
  const teams = new Set([...queues, ...loads.map(({ team }) => team)])
  return (
    <fieldset className="chooser">
      <legend>Who is to hold {ids.length === 1 ? 'it' : `these ${numberWords(ids.length)}`}?</legend>
      {[...teams].map(team => (
        <div key={team}>
          {teams.size > 1 && <h3>{teamName(team, index)}</h3>}
          {queues.includes(team) && (
            <Choice
              checked={chosen?.team === team && chosen.holder === null}
              onChoose={() => onChoose({ team, holder: null })}
              name={`To the queue of ${teamTitle(team, index)}`}
              load="for its leader"
              away={null}
            />
          )}
          {loads
            .filter(load => load.team === team)
            .map(load => (
              <Choice
                key={load.staff.number}
                checked={chosen?.holder === load.staff.number && chosen.team === team}
                onChoose={() => onChoose({ team, holder: load.staff.number })}
                name={load.staff.name}
                load={loadWords(load)}
                away={awayOf(load, readings)}
              />
            ))}
        </div>
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly checked: boolean
  readonly onChoose: () => void
  readonly name: string
  readonly load: string
  /** Until when; whoever is away gets nothing new (TEAM-2). */
  readonly away: string | null
}

function Choice({ checked, onChoose, name, load, away }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name="holder" checked={checked} disabled={away !== null} onChange={onChoose} />
      <span>
        {name}
        {away !== null && <Tag tone="warn">{away}</Tag>}
      </span>
      <span className="quiet">{load}</span>
    </label>
  )
}

function awayOf({ staff }: Load, { index, today }: Readings): string | null {
  const absence = absenceOf(staff.number, index, today)
  return absence ? awayWords(absence, today) : null
}

function loadWords({ groups, overdue, dueThisWeek }: Load): string {
  const due = overdue + dueThisWeek
  return `${counted(groups, 'group')}, ${numberWords(due)} due or overdue`
}
