import { KeyCap } from '../../components/key-cap.tsx'
import { PlainDialog } from '../../components/plain-dialog.tsx'
import { type Action, fullNameOf, useActions } from '../../keyboard/action.ts'
import { overlayOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'

const sections = ['Go to', 'Do', 'With an incident', 'In the list', 'Desk'] as const

/** Every key there is. */
export function KeysOverlay() {
  const actions = useActions()
  const dispatch = useDeskDispatch()
  const close = () => dispatch(overlayOpened(null))
  return (
    <PlainDialog title="All keys" className="keys" scrolling="keys-columns" onClose={close}>
      {sections.map(section => (
        <section key={section}>
          <h3>{section}</h3>
          <dl>
            {ofSection(actions, section).map(action => (
              <KeyLine key={action.id} keys={keysOf(action)} name={fullNameOf(action)} />
            ))}
          </dl>
        </section>
      ))}
    </PlainDialog>
  )
}

/** All keys of an action, also the one that another answers to now. */
const keysOf = ({ keys, sharedKey, also }: Action): readonly string[] => [
  ...(keys.length > 0 || sharedKey === undefined ? keys : [sharedKey]),
  ...(also ? [also] : []),
]

const ofSection = (actions: readonly Action[], section: Action['section']) =>
  actions.filter(action => action.section === section && keysOf(action).length > 0)

function KeyLine({ keys, name }: { readonly keys: readonly string[]; readonly name: string }) {
  return (
    <div className="key-line">
      <dt>
        {keys.map(key => (
          <KeyCap key={key}>{key}</KeyCap>
        ))}
      </dt>
      <dd>{name}</dd>
    </div>
  )
}
