import { Button } from '@fluentui/react-components'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'

const offered = [
  'answer-advice',
  'start-request',
  'close-request',
  'keep-lock',
  'clear-lock',
  'chase-recovery',
]

/** What can be done now to what is due: the rows are of many kinds, so only that is offered which can. */
export function DeadlineToolbar() {
  const actions = useActions()
  const possible = offered
    .flatMap(id => actions.find(action => action.id === id) ?? [])
    .filter(({ whyNot }) => whyNot === null)
  return (
    <div className="toolbar" role="toolbar" aria-label="With the focused deadline">
      {possible.map((action, place) => (
        <Button
          key={action.id}
          size="small"
          appearance={place === 0 ? 'primary' : 'secondary'}
          onClick={action.run}
        >
          {action.name}
          {action.keys[0] && <KeyCap>{action.keys[0]}</KeyCap>}
        </Button>
      ))}
    </div>
  )
}
