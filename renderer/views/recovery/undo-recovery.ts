import type { MasterCaseNumber } from '../../../shared/domain/ids.ts'
import { lowerFirst } from '../../../shared/domain/list-words.ts'
import type { RecoveryRequest } from '../../../shared/domain/recovery-request.ts'
import { rowOfRecovery } from '../../../shared/queries/recoveries.ts'
import { lastStepOf, recoveryOpposite } from '../../../shared/queries/recovery-opposite.ts'
import type { Desk } from '../../desk/desk.ts'
import type { RecoveryDoing } from '../../store/panel.ts'
import { recoveryDoings, targetsOf, whyNotRecover } from './recovery-doings.ts'

/** What undoes the last thing said about the recovery of a row; the panel says it of each of several. */
export interface RecoveryUndo {
  readonly name: string
  readonly whyNot: string | null
  /** Null: nothing does. */
  readonly doing: RecoveryDoing | null
}

/** Undefined: no recovery of it was asked for, or, outside of the list of those, something was done to its group since. */
export function recoveryUndoOf(
  rows: readonly string[],
  isTheirList: boolean,
  desk: Desk,
): RecoveryUndo | undefined {
  const [row] = rows
  const recovery = row === undefined ? undefined : recoveryOf(row, desk)
  if (!recovery || !(isTheirList || isNewest(recovery, recovery.masterCaseNumber, desk))) return undefined
  const opposite = recoveryOpposite(recovery, desk.identity.staffNumber)
  if (opposite.kind === 'none') return { name: LAST, whyNot: opposite.why, doing: null }
  const doing = recoveryDoings.find(({ command }) => command === opposite.name)
  if (!doing) return undefined
  const whyNot = whyNotRecover(doing, targetsOf(rows, desk), desk)
  return {
    name: `Undo: ${lowerFirst(doing.name)}`,
    whyNot,
    doing: doing.id,
  }
}

const LAST = 'Undo what was done last'

const recoveryOf = (row: string, { replica }: Desk) =>
  [...replica.aggregates('recovery-request').values()].find(each => rowOfRecovery(each) === row)

function isNewest(recovery: RecoveryRequest, id: MasterCaseNumber, { replica }: Desk): boolean {
  const [newest] = replica.caseGroup(id)?.history ?? []
  return newest === undefined || Date.parse(lastStepOf(recovery).at) > Date.parse(newest.at)
}
