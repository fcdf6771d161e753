import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { spanWords } from '../../../shared/commands/rota.ts'
import type { StaffNumber, TeamId } from '../../../shared/domain/ids.ts'
import type { KnownAbsence } from '../../../shared/domain/organisation-index.ts'
import type { Absence } from '../../../shared/domain/rota.ts'
import { teamName } from '../../../shared/queries/names.ts'
import { absencesOf } from '../../../shared/queries/presence.ts'
import { Section } from '../../components/section.tsx'
import { Tag } from '../../components/tag.tsx'
import { useDesk, useReadings } from '../desk-context.ts'
import { useAttempt } from '../use-attempt.ts'
import { DatesForm } from './dates-form.tsx'
import { endAbsenceRequest, markAbsentRequest } from './rota-requests.ts'

interface AbsencesProps {
  readonly staff: StaffNumber
  readonly team: TeamId
}

type Editing = 'nothing' | 'new' | Absence

/** When somebody is away, to be marked, changed and ended; never why (TEAM-2). */
export function Absences({ staff, team }: AbsencesProps) {
  const { index, today } = useReadings()
  const { replica, preview } = useDesk()
  const [editing, setEditing] = useState<Editing>('nothing')
  const absences = absencesOf(staff, index, today)
  const decision = preview(markAbsentRequest(team, staff, { from: '2000-01-01', to: today }, null), null)
  const mayNot = !decision.ok && decision.refusal.kind === 'not-allowed'
  const done = () => {
    setEditing('nothing')
    document.getElementById('pane')?.focus()
  }
  const first = { from: today, to: today }
  return (
    <Section title="Absence">
      {replica.pendingOn(team, 'rota').length > 0 && <Tag tone="intended">Waits to be sent</Tag>}
      {absences.length === 0 && <p className="quiet">Not marked absent.</p>}
      <ul className="spans">
        {absences.map(absence => (
          <AbsenceLine
            key={`${absence.team} ${absence.from}`}
            absence={absence}
            onChange={absence.team === team ? () => setEditing(absence) : null}
          />
        ))}
      </ul>
      {editing !== 'nothing' && (
        <DatesForm
          key={editing === 'new' ? editing : editing.from}
          legend="The days of the absence"
          submitName={editing === 'new' ? 'Mark absent' : 'Change the dates'}
          initial={editing === 'new' ? first : editing}
          requestFor={dates => markAbsentRequest(team, staff, dates, editing === 'new' ? null : editing)}
          onDone={done}
          onBack={done}
        >
          <p className="note">Keeps every case group and gets nothing new. The reason is not kept here.</p>
        </DatesForm>
      )}
      {editing === 'nothing' && (
        <Button
          size="small"
          disabledFocusable={mayNot}
          title={decision.ok || !mayNot ? undefined : decision.refusal.reason}
          onClick={() => setEditing('new')}
        >
          Mark absent
        </Button>
      )}
    </Section>
  )
}

interface AbsenceLineProps {
  readonly absence: KnownAbsence
  /** Null: it stands in the rota of a team that was left; it can be ended, and marked anew here. */
  readonly onChange: (() => void) | null
}

function AbsenceLine({ absence, onChange }: AbsenceLineProps) {
  const desk = useDesk()
  const attempt = useAttempt()
  const { index } = useReadings()
  const request = endAbsenceRequest(absence.team, absence)
  const decision = desk.preview(request, null)
  const whyNot = decision.ok ? null : decision.refusal.reason
  const end = () => void attempt(async () => void (await desk.perform([request], null)), 'not-saved')
  const words = spanWords(absence)
  return (
    <li>
      <span>
        Away {words}
        {onChange === null && <span className="quiet">, marked in {teamName(absence.team, index)}</span>}
      </span>
      {onChange !== null && (
        <Button
          size="small"
          disabledFocusable={whyNot !== null}
          title={whyNot ?? undefined}
          onClick={onChange}
        >
          Change
          <span className="said"> the absence {words}</span>
        </Button>
      )}
      <Button size="small" disabledFocusable={whyNot !== null} title={whyNot ?? undefined} onClick={end}>
        End
        <span className="said"> the absence {words}</span>
      </Button>
    </li>
  )
}
