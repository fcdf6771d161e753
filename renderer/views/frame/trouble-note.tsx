import { Button } from '@fluentui/react-components'
import { Callout } from '../../components/callout.tsx'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'
import { type Trouble, troubleClosed } from '../../store/trouble.ts'

/** What failed, what is safe and what to do; it stays until it is closed or something else is tried. */
export function TroubleNote() {
  const { trouble } = useDeskState(state => state.trouble)
  const dispatch = useDeskDispatch()
  return (
    <div className="trouble" role="alert">
      {trouble !== null && (
        <Callout tone="alarm">
          <p>
            <strong>{words[trouble].happened}</strong> {words[trouble].safe}
          </p>
          <Button size="small" onClick={() => dispatch(troubleClosed())}>
            Close
          </Button>
        </Callout>
      )}
    </div>
  )
}

const OPPOSITE =
  'Once the hub has it, z where it was done undoes it by its opposite, or says why there is none.'

const words: Readonly<Record<Trouble, { readonly happened: string; readonly safe: string }>> = {
  'not-saved': {
    happened: 'Not saved: this device could not write it down.',
    safe: 'Nothing was asked of the hub, and everything is as it was before. The disk may be full: make room, then press the button again.',
  },
  'not-taken-back': {
    happened: 'This device could not write down that it is taken back.',
    safe: 'It is not sent while the desk is open, but it comes back when the desk is opened again. The disk may be full: make room, then open the desk again and look in Needs you.',
  },
  'too-late': {
    happened: 'Too late to take it back: it is on its way to the hub.',
    safe: OPPOSITE,
  },
  'partly-too-late': {
    happened: 'Too late to take all of it back: some of it is on its way to the hub.',
    safe: `The rest is taken back. ${OPPOSITE}`,
  },
  'not-dealt-with': {
    happened: 'This device could not write down that a refused change is dealt with.',
    safe: 'Nothing is lost: it is in Needs you again when the desk is opened again. The disk may be full: make room, then deal with it there.',
  },
  'not-written': {
    happened: 'The file could not be written.',
    safe: 'Nothing is lost. The disk may be full, or nothing may be written at that place: make room or choose another place, then try again.',
  },
  'not-signed-out': {
    happened: 'You are still signed in: signing out did not succeed.',
    safe: 'Nothing is lost, and you can carry on. Signing out needs the hub: try again once it can be reached.',
  },
}
