import { Button } from '@fluentui/react-components'
import { KeyCap } from '../../components/key-cap.tsx'
import { type Action, useActions } from '../../keyboard/action.ts'

/** Of each pair only the one that can be done is offered, in one place; where neither can, the first says why. */
const pairs = [
  ['set-lock', 'clear-lock'],
  ['allocate', 'assign-request'],
] as const

/** What can be done with the selected rows, or else the focused one, as buttons: the first is the usual one. */
export function ActionButtons({ ids }: { readonly ids: readonly string[] }) {
  const actions = useActions()
  return offered(ids, actions).map((action, place) => (
    <Button
      key={action.id}
      size="small"
      appearance={place === 0 ? 'primary' : 'secondary'}
      disabledFocusable={action.whyNot !== null}
      title={action.whyNot ?? undefined}
      onClick={action.run}
    >
      {action.name}
      {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
    </Button>
  ))
}

function offered(ids: readonly string[], actions: readonly Action[]): readonly Action[] {
  const found = ids.flatMap(id => actions.find(action => action.id === id) ?? [])
  const isPossible = (id: string) => found.some(action => action.id === id && action.whyNot === null)
  const passedOver = pairs.flatMap(([one, other]) => {
    if (!ids.includes(one) || !ids.includes(other)) return []
    if (isPossible(one) && isPossible(other)) return []
    return isPossible(other) ? one : other
  })
  const kept = found.filter(({ id }) => !passedOver.some(each => each === id))
  // In place of the one that it stands for, so that nothing moves while one goes through the rows.
  return kept.toSorted((a, b) => placeOf(a.id, ids) - placeOf(b.id, ids))
}

function placeOf(id: string, ids: readonly string[]): number {
  const pair = pairs.find(([one, other]) => id === other && ids.includes(one))
  return ids.indexOf(pair ? pair[0] : id)
}
