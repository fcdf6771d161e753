import type { TeamId } from '../../../shared/domain/ids.ts'
import { useReadings } from '../desk-context.ts'

/** The team that one leads, so that one may share with it. */
export function useOwnTeam(): TeamId | null {
  const { view } = useReadings()
  return view.kind === 'team' ? view.team.id : null
}
