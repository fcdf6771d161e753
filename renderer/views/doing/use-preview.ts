import { useMemo, useState } from 'react'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import {
  outcomeOf,
  type Previewed,
  type PreviewGroup,
  previewGroups,
} from '../../../shared/queries/preview-groups.ts'
import type { CommandRequest, Desk } from '../../desk/desk.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { useRevision } from '../use-replica.ts'
import { useStill } from '../use-still.ts'
import { type Choice, type DoingKind, requestOf, SOME_REASON } from './doings.ts'

type Saw = ReadonlyMap<MasterCaseNumber, { readonly group: CaseGroup; readonly saw: unknown }>

export interface Preview {
  readonly groups: readonly PreviewGroup[]
  /** The request for a member; the locked ones with their lock cleared. */
  readonly requestFor: (id: MasterCaseNumber, clearLock: boolean) => CommandRequest
  readonly titleOf: (id: MasterCaseNumber) => string
  /** Looks at everything anew: what changed meanwhile is now seen. */
  readonly lookAgain: () => void
}

/**
 * What would become of the groups, by the command's own decision, against what they were when the person
 * looked: a group that changes meanwhile says so, but not of what is being sent.
 */
export function usePreview(
  doing: DoingKind,
  ids: readonly MasterCaseNumber[],
  choice: Choice,
  isSending: boolean,
): Preview {
  const desk = useDesk()
  const { index } = useReadings()
  const [saw, setSaw] = useState<Saw>(() => look(doing, ids, desk, index))
  const revision = useStill(useRevision(desk.replica, 'case-group', 'organisation', 'outbox'), isSending)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const requestFor = (id: MasterCaseNumber, clearLock: boolean) =>
      requestOf(doing, id, saw.get(id)?.saw, { ...choice, clearLock })
    const previews = [...saw.values()].map(({ group }): Previewed => {
      const decision = desk.preview(requestFor(group.id, false), SOME_REASON)
      const locked = !decision.ok && group.lock !== null && doing.id === 'return'
      return {
        group,
        outcome: outcomeOf(
          group,
          decision,
          locked ? desk.preview(requestFor(group.id, true), SOME_REASON) : null,
          index.bom,
        ),
      }
    })
    return {
      groups: previewGroups(previews),
      requestFor,
      titleOf: id => saw.get(id)?.group.title ?? '',
      lookAgain: () => setSaw(look(doing, ids, desk, index)),
    }
  }, [doing, ids, choice, desk, saw, index, revision])
}

function look(
  doing: DoingKind,
  ids: readonly MasterCaseNumber[],
  { replica }: Desk,
  index: Parameters<DoingKind['saw']>[1],
): Saw {
  return new Map(
    ids.flatMap(id => {
      const group = replica.caseGroup(id)
      return group ? [[id, { group, saw: doing.saw(group, index) }] as const] : []
    }),
  )
}
