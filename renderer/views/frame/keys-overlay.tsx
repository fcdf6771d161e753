import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { KeyCap } from '../../components/key-cap.tsx'
import { type Action, useActions } from '../../keyboard/action.ts'
import { overlayOpened } from '../../store/panel.ts'
import { useDeskDispatch } from '../../store/store.ts'

const sections = ['Go to', 'Do', 'In the list', 'Desk'] as const

/** Every key there is. */
export function KeysOverlay() {
  const actions = useActions()
  const dispatch = useDeskDispatch()
  const close = () => dispatch(overlayOpened(null))
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className="keys">
        <DialogBody>
          <DialogTitle>All keys</DialogTitle>
          <DialogContent className="keys-columns" tabIndex={0}>
            {sections.map(section => (
              <section key={section}>
                <h3>{section}</h3>
                <dl>
                  {ofSection(actions, section).map(({ id, keys, also, name }) => (
                    <KeyLine key={id} keys={also ? [...keys, also] : keys} name={name} />
                  ))}
                </dl>
              </section>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

const ofSection = (actions: readonly Action[], section: Action['section']) =>
  actions.filter(action => action.section === section && action.keys.length > 0)

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
