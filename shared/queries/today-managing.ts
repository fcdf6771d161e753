import { unledTeamsOf } from '../domain/standing-in.ts'
import type { DifferenceKind } from './differences.ts'
import { exceptionsInOrder, toBePutRight } from './exceptions.ts'
import type { Readings } from './readings.ts'
import { due, lineOfSubjects, type TodayLine, type TodayLineId } from './today-line.ts'

/** What of a segment waits for its manager: teams that nobody leads, what belongs elsewhere, what CMS2012 has otherwise. */
export function managerLines(readings: Readings): readonly TodayLine[] {
  const { view, misplaced, differences } = readings
  if (view.kind !== 'segment') return []
  const of = (id: TodayLineId, wanted: DifferenceKind) =>
    due(
      id,
      differences.filter(({ kind }) => kind === wanted),
    )
  return [
    unledTeams(readings),
    due(
      'groups-to-move',
      misplaced.filter(({ heldByLock }) => !heldByLock),
    ),
    of('drift-to-settle', 'drift'),
    of('moved-here-while-locked', 'moved-while-locked'),
    of('changes-to-carry', 'to-carry'),
  ]
}

/** What a leader of theirs would do is the manager's (TEAM-3). */
function unledTeams({ view, index, today }: Readings): TodayLine {
  const unled = view.kind === 'segment' ? unledTeamsOf(view.segment.name, index, today) : []
  const teams = unled.flatMap(id => index.teams.get(id) ?? [])
  return lineOfSubjects(
    'teams-unled',
    'due',
    teams.map(team => ({ kind: 'team', team })),
  )
}

/** What a person puts right in CMS2012; what only goes along with that is not counted (IMP-1). */
export function exceptionsToCorrect({ exceptions }: Pick<Readings, 'exceptions'>): TodayLine {
  return lineOfSubjects(
    'exceptions-to-correct',
    'due',
    toBePutRight(exceptionsInOrder(exceptions)).map(exception => ({ kind: 'exception', exception })),
  )
}
