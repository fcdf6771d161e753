import { Button } from '@fluentui/react-components'
import { KeyCap } from '../../components/key-cap.tsx'
import { type Action, useActions } from '../../keyboard/action.ts'

/** Of each of these only what can be done is offered, in one place; where nothing can, the first says why. */
const slots: readonly (readonly string[])[] = [
  ['set-lock', 'clear-lock'],
  ['allocate', 'assign-request'],
  // The next step of a piece of work: mostly there is one.
  ['close-request', 'start-request', 'answer-advice', 'carry-on', 'complete-post'],
]

/** What can be done with the selected rows, or else the focused one, as buttons: the first is the usual one. */
export function ActionButtons({ ids }: { readonly ids: readonly string[] }) {
  return offered(ids, useActions()).map((action, place) => (
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

// A slot stands where the first of it is named, so that little moves while one goes through the rows.
function offered(ids: readonly string[], actions: readonly Action[]): readonly Action[] {
  const slotOf = (id: string) =>
    (slots.find(slot => slot.includes(id)) ?? [id]).filter(each => ids.includes(each))
  const places = ids.map(slotOf).filter((slot, at) => ids.findIndex(id => slot.includes(id)) === at)
  return places.flatMap(slot => {
    const found = slot.flatMap(id => actions.find(action => action.id === id) ?? [])
    const possible = found.filter(({ whyNot }) => whyNot === null)
    return possible.length > 0 ? possible : found.slice(0, 1)
  })
}
