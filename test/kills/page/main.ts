import '../../../renderer/without-eval.ts'
import type { Desk } from '../../../renderer/desk/desk.ts'
import { openDesk } from '../../../renderer/desk/open-desk.ts'
import { pageEnvironment } from '../../../renderer/desk/page-environment.ts'
import { browserHome } from '../../../renderer/home/browser-home.ts'
import type { CaseGroup } from '../../../shared/domain/case-group.ts'
import type { StaffNumber } from '../../../shared/domain/ids.ts'
import { chanceOf } from '../../simulation/chance.ts'

// The desk without its views, in a real browser against a real hub: a leader gives the groups of his team to its two
// caseworkers in turn, as fast as they are saved, and says what was.

declare global {
  interface Window {
    /** Put there by whoever kills: these are saved on this device. */
    readonly saved: (ids: readonly string[]) => void
    /** Resolves when nothing waits any more. */
    finish?: () => Promise<void>
  }
}

const chance = chanceOf(Number(new URLSearchParams(location.search).get('seed')))
const home = browserHome()
const desk = await openDesk(home, await home.signIn('N1-lead' as StaffNumber), pageEnvironment())
let working = true
window.finish = async () => {
  working = false
  while (desk.replica.outbox().length > 0 || desk.sync().kind !== 'connected') await pause(20)
}
while (working) {
  const groups = [...desk.replica.caseGroups().values()]
  if (groups.length > 0) await give(desk, groups)
  await pause(chance.below(10))
}

async function give({ perform }: Desk, groups: readonly CaseGroup[]): Promise<void> {
  // One, or several in one write.
  const some = groups.slice(0, 1 + chance.below(3))
  const { stored, refused } = await perform(some.map(handOver), null)
  if (refused.length > 0) throw new Error('A desk refused what is always allowed.')
  window.saved(stored)
}

function handOver({ id, team, holder }: CaseGroup) {
  const other = holder === 'N1-1' ? 'N1-2' : 'N1-1'
  return {
    name: 'allocate-case-group' as const,
    args: { masterCaseNumber: id, team, holder: other },
    saw: { team, holder },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds))
}
