import { ActionButton } from '../action-button.tsx'

const shown = ['start-request', 'close-request', 'assign-request', 'carry-on']

/** What can be done to the focused request now; the toolbar and the palette say of the rest why not. */
export function RequestButtons() {
  return (
    <div className="toolbar">
      {shown.map(id => (
        <ActionButton key={id} id={id} />
      ))}
    </div>
  )
}
