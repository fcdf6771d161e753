import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import { spanWords } from '../../../shared/commands/rota.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { staffName } from '../../../shared/queries/names.ts'
import { absencesOf, deputyshipsFor } from '../../../shared/queries/presence.ts'
import type { Readings } from '../../../shared/queries/readings.ts'
import { rowAimed } from '../../store/list.ts'
import { useDeskDispatch } from '../../store/store.ts'
import { useReadings } from '../desk-context.ts'
import type { About } from '../outbox-entry.ts'
import { loadKeyOf } from '../team/load-key.ts'

type AboutRota = Extract<About, { kind: 'rota' }>

/** Which dates stand by now, whoever gave them, and the way to where they are changed by hand (TEAM-2, TEAM-3). */
export function RotaNow({ about }: { readonly about: AboutRota }) {
  const readings = useReadings()
  const dispatch = useDeskDispatch()
  const navigate = useNavigate()
  const { team, staff, leader } = about
  const open = () => {
    if (staff !== null) dispatch(rowAimed(loadKeyOf(team, staff)))
    void navigate({ to: '/team' })
  }
  return (
    <>
      {staff !== null && <p>{absentWords(staff, readings)}</p>}
      {leader !== null && <p>{deputyWords({ ...about, leader }, readings)}</p>}
      {readings.view.kind !== 'person' && (
        <Button size="small" onClick={open}>
          Open My team
        </Button>
      )}
    </>
  )
}

function absentWords(staff: StaffNumber, { index, today }: Readings): string {
  const absences = absencesOf(staff, index, today).map(spanWords)
  const name = staffName(staff, index)
  return absences.length === 0
    ? `${name} is not marked absent.`
    : `${name} is marked absent ${absences.join(', and ')}.`
}

function deputyWords(
  { team, leader }: Pick<AboutRota, 'team'> & { readonly leader: StaffNumber },
  { index, today }: Readings,
): string {
  const name = staffName(leader, index)
  const deputies = deputyshipsFor(leader, team, index, today).map(
    each => `${staffName(each.deputy, index)} ${spanWords(each)}`,
  )
  return deputies.length === 0 ? `${name} has no deputy.` : `Deputy for ${name}: ${deputies.join(', and ')}.`
}
