import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import type { Doing } from '../../store/panel.ts'
import { useDesk, useReadings } from '../desk-context.ts'
import { doingOf, whyNotDo } from '../doing/doings.ts'

const waysWith: readonly (readonly [Doing, string])[] = [
  ['keep-lock', 'keep the lock'],
  ['clear-lock', 'clear the lock'],
]
const waysWithout: readonly (readonly [Doing, string])[] = [['set-lock', 'lock it']]

/** What the person may do about the lock, and why not, by the commands' own answer (LOCK-9, INC-16). */
export function MayLock({ group }: { readonly group: CaseGroup }) {
  const desk = useDesk()
  const readings = useReadings()
  return (group.lock ? waysWith : waysWithout).map(([id, words]) => {
    const doing = doingOf(id)
    const whyNot = whyNotDo(doing, [group.id], desk, readings)
    return (
      <p key={id} className="quiet">
        {whyNot === null ? (
          <>
            You can {words}: <KeyCap>{doing.key}</KeyCap>
          </>
        ) : (
          `You cannot ${words}. ${whyNot}`
        )}
      </p>
    )
  })
}
