import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { spanWords } from '../../../shared/commands/rota.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { Deputyship } from '../../../shared/domain/rota.ts'
import { leadersOf, mayLeadIn } from '../../../shared/domain/standing-in.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { staffName, teamTitle } from '../../../shared/queries/names.ts'
import { absencesOf, deputyshipsFor } from '../../../shared/queries/presence.ts'
import { Section } from '../../components/section.tsx'
import type { Desk } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'
import { DatesForm } from './dates-form.tsx'
import { endDeputyshipRequest, nameDeputyRequest } from './rota-requests.ts'

interface DeputiesProps {
  readonly leader: StaffNumber
  readonly team: TeamId
}

/** Who stands in for a leader, and when: another team leader of the segment (TEAM-3). */
export function Deputies({ leader, team }: DeputiesProps) {
  const desk = useDesk()
  const { index, today } = useReadings()
  const [naming, setNaming] = useState(false)
  const others = otherLeaders(team, useReadings())
  const done = () => {
    setNaming(false)
    document.getElementById('pane')?.focus()
  }
  const whyNot = whyNotName({ leader, team }, others[0]?.number ?? null, today, desk)
  const deputyships = deputyshipsFor(leader, team, index, today)
  return (
    <Section title="Deputy">
      {deputyships.length === 0 && (
        <p className="quiet">Nobody. While the leader is away, the segment manager directs the team.</p>
      )}
      <ul className="spans">
        {deputyships.map(each => (
          <DeputyLine key={each.from} team={team} deputyship={each} />
        ))}
      </ul>
      {naming && <NameDeputy leader={leader} team={team} others={others} onDone={done} />}
      {!naming && (
        <Button
          size="small"
          disabledFocusable={whyNot !== null}
          title={whyNot ?? undefined}
          onClick={() => setNaming(true)}
        >
          Name a deputy
        </Button>
      )}
    </Section>
  )
}

interface NameDeputyProps extends DeputiesProps {
  readonly others: ReturnType<typeof otherLeaders>
  readonly onDone: () => void
}

/** Who it is to be, and on which days: those of the leader's absence, where there is one. */
function NameDeputy({ leader, team, others, onDone }: NameDeputyProps) {
  const { index, today } = useReadings()
  const [deputy, setDeputy] = useState<StaffNumber | ''>('')
  const [away] = absencesOf(leader, index, today)
  return (
    <DatesForm
      legend="The deputy and the days"
      submitName="Name deputy"
      initial={away ?? { from: today, to: today }}
      requestFor={dates => (deputy === '' ? null : nameDeputyRequest(team, leader, deputy, dates))}
      missing={deputy === '' ? 'Choose another team leader of the segment.' : ''}
      onDone={onDone}
      onBack={onDone}
    >
      <p className="note">
        On these days the deputy sees and directs the team as its leader does; what is done so is recorded as
        done for the leader.
      </p>
      <Field label="Who stands in" size="small">
        <Select size="small" value={deputy} onChange={(_, { value }) => setDeputy(value as StaffNumber)}>
          <option value="">Choose</option>
          {others.map(each => (
            <option key={each.number} value={each.number}>
              {each.name}, {teamTitle(each.team, index)}
            </option>
          ))}
        </Select>
      </Field>
    </DatesForm>
  )
}

/** Whether he may name one at all is asked of the command; who and when is for its form. */
function whyNotName(
  { leader, team }: DeputiesProps,
  other: StaffNumber | null,
  today: PlainDate,
  desk: Desk,
): string | null {
  const request = nameDeputyRequest(team, leader, other ?? leader, { from: today, to: today })
  const decision = desk.preview(request, null)
  if (!decision.ok && decision.refusal.kind === 'not-allowed') return decision.refusal.reason
  return other === null ? 'The segment has no other team leader who may stand in.' : null
}

function otherLeaders(team: TeamId, { index }: ReturnType<typeof useReadings>) {
  const segment = index.teams.get(team)?.segment
  if (!segment) return []
  const teams = index.teamsOfSegment.get(segment) ?? []
  return teams
    .filter(({ id }) => id !== team)
    .flatMap(({ id }) => {
      const leaders = leadersOf(id, index).filter(each => mayLeadIn(each, segment, index))
      return leaders.map(({ number, name }) => ({ number, name, team: id }))
    })
}

function DeputyLine({ team, deputyship }: { readonly team: TeamId; readonly deputyship: Deputyship }) {
  const desk = useDesk()
  const { index } = useReadings()
  const attempt = useAttempt()
  const request = endDeputyshipRequest(team, deputyship)
  const decision = desk.preview(request, null)
  const whyNotEnd = decision.ok ? null : decision.refusal.reason
  const end = () => void attempt(async () => void (await desk.perform([request], null)), 'not-saved')
  const name = staffName(deputyship.deputy, index)
  return (
    <li>
      <span>
        {name} {spanWords(deputyship)}
      </span>
      <Button
        size="small"
        disabledFocusable={whyNotEnd !== null}
        title={whyNotEnd ?? undefined}
        onClick={end}
      >
        End
        <span className="said"> the time of {name} as deputy</span>
      </Button>
    </li>
  )
}
