import { useMemo } from 'react'
import { isNews } from '../../../shared/domain/request-here.ts'
import { counted } from '../../../shared/queries/date-words.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Action } from '../../keyboard/action.ts'
import { panelOpened } from '../../store/panel.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { useAsking } from '../use-asking.ts'
import { type Chosen, requestsAmong } from './assigning.ts'
import { type FocusedWork, focusedWork } from './focused-work.ts'
import { raisingObjection } from './raise-fields.ts'
import {
  carryOnFrom,
  closeRequest,
  completePost,
  SOME_NOTE,
  startRequest,
  whyNot,
  whyNotAssign,
} from './request-doings.ts'

const NO_REQUEST = 'Go to a service request first.'

/** What can be done to the service request or the post of the focused row. */
export function useRequestActions(desk: Desk, revision: string): readonly Action[] {
  const selected = useDeskState(state => state.list.selected)
  const focused = useDeskState(state => state.list.focused)
  const dispatch = useDeskDispatch()
  const ask = useAsking()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for all that the replica holds.
  return useMemo(() => {
    const work = focusedWork(focused, desk.replica)
    const perform = (asked: Asked | undefined) => {
      if (asked) void ask(asked)
    }
    const open = (panel: Parameters<typeof panelOpened>[0]) => void dispatch(panelOpened(panel))
    const actions = actionsOn(work, desk, perform, open)
    if (selected.length === 0) return actions
    const many = assigningMany(selected, desk, () => open({ kind: 'assign', rows: selected }))
    return actions.map(action => (action.id === many.id ? many : action))
  }, [selected, focused, dispatch, ask, desk, revision])
}

type Asked = Parameters<Desk['perform']>[0][number]

function actionsOn(
  work: FocusedWork | undefined,
  desk: Desk,
  perform: (asked: Asked | undefined) => void,
  open: (panel: Parameters<typeof panelOpened>[0]) => void,
): readonly Action[] {
  const request = work?.request
  const asked = (of: (on: FocusedWork, request: NonNullable<FocusedWork['request']>) => Asked) =>
    work && request ? of(work, request) : undefined
  const start = asked(({ group }, on) => startRequest(group, on))
  const answered = request ?? work?.group.serviceRequests.find(isNews)
  const carryOn = work && answered ? carryOnFrom(work.group, answered) : undefined
  const done = work?.post ? completePost(work.group, work.post.number) : undefined
  const can = (one: Asked | undefined, none: string) => (one ? whyNot(desk, one) : none)
  const panel = (doing: 'close' | 'assign') => () => {
    if (work && request) open({ kind: 'request', doing, group: work.id, request: request.number })
  }
  return [
    act('start-request', 'Start', 's', can(start, NO_REQUEST), () => perform(start)),
    act('close-request', 'Close', 'f', whyNotClose(work, desk), panel('close')),
    act('assign-request', 'Assign', 'm', whyNotGive(work, desk), panel('assign')),
    act(
      'carry-on',
      'Carry on',
      'c',
      can(carryOn, 'There is no answer of a specialist to carry on from.'),
      () => perform(carryOn),
    ),
    act('complete-post', 'Post done', 'd', can(done, 'Go to an item of post first.'), () => perform(done)),
    act('raise-request', 'New service request', 'n', whyNotRaise(work, desk), () => {
      if (work) open({ kind: 'raise', group: work.id })
    }),
  ]
}

/** The same for all that are selected. */
function assigningMany(rows: readonly string[], desk: Desk, run: () => void): Action {
  const chosen = requestsAmong(rows, desk.replica)
  const name = chosen.length === 0 ? 'Assign' : `Assign ${counted(chosen.length, 'service request')}`
  const why = chosen.length === 0 ? 'Select service requests first.' : whyNotGiveAny(chosen, desk)
  return act('assign-request', name, 'm', why, run)
}

// Thousands may be selected: the form says it of each.
const FEW = 40

function whyNotGiveAny(chosen: readonly Chosen[], desk: Desk): string | null {
  const index = desk.replica.organisation()
  if (!index) return NO_REQUEST
  let first: string | null = null
  for (const { group, request } of chosen.slice(0, FEW)) {
    const why = whyNotAssign(desk, group, request, index)
    if (why === null) return null
    first ??= why
  }
  return chosen.length > FEW ? null : first
}

// In the palette nothing around a bare name says what it is about.
const fullNames: Readonly<Record<string, string>> = {
  Start: 'Start the service request',
  Close: 'Close the service request',
  Assign: 'Assign the service request',
  'Carry on': 'Carry on from the answer to a service request',
}

const act = (id: string, name: string, key: string, why: string | null, run: () => void): Action => ({
  id,
  name,
  fullName: fullNames[name],
  keys: [key],
  section: 'Do',
  whyNot: why,
  run,
})

function whyNotClose(work: FocusedWork | undefined, desk: Desk): string | null {
  const index = desk.replica.organisation()
  if (!work?.request || !index) return NO_REQUEST
  return whyNot(desk, closeRequest(work.group, work.request, SOME_NOTE, index))
}

function whyNotGive(work: FocusedWork | undefined, desk: Desk): string | null {
  const index = desk.replica.organisation()
  return work?.request && index ? whyNotAssign(desk, work.group, work.request, index) : NO_REQUEST
}

function whyNotRaise(work: FocusedWork | undefined, desk: Desk): string | null {
  const index = desk.replica.organisation()
  if (!work || !index) return 'Choose a case group first.'
  return raisingObjection(desk, work.group, index)
}
