import { Button } from '@fluentui/react-components'
import { KeyCap } from '../../components/key-cap.tsx'
import { useActions } from '../../keyboard/action.ts'

const shown = ['start-request', 'close-request', 'assign-request', 'carry-on']

/** What can be done to the focused request now; the toolbar and the palette say of the rest why not. */
export function RequestButtons() {
  const possible = useActions().filter(({ id, whyNot }) => shown.includes(id) && whyNot === null)
  if (possible.length === 0) return null
  return (
    <div className="toolbar">
      {possible.map(({ id, name, keys, run }) => (
        <Button key={id} size="small" onClick={run}>
          {name}
          {keys[0] && <KeyCap>{keys[0]}</KeyCap>}
        </Button>
      ))}
    </div>
  )
}
