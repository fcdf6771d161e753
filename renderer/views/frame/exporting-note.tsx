import { Button } from '@fluentui/react-components'
import { numberWords } from '../../../shared/queries/date-words.ts'
import { Callout } from '../../components/callout.tsx'
import { exportingChanged } from '../../store/exporting.ts'
import { useDeskDispatch, useDeskState } from '../../store/store.ts'

/** How far a long list is on its way into a file, and how to stop it. */
export function ExportingNote({ onCancel }: { readonly onCancel: () => void }) {
  const exporting = useDeskState(state => state.exporting)
  const dispatch = useDeskDispatch()
  return (
    <div className="trouble exporting" role="status">
      {exporting.kind === 'writing' && (
        <Callout tone="plain">
          <p>
            Writing the file: {numberWords(exporting.done)} of {numberWords(exporting.of)} rows.
          </p>
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        </Callout>
      )}
      {exporting.kind === 'nothing' && (
        <Callout tone="plain">
          <p>Nothing is listed here, so there is nothing to write to a file.</p>
          <Button size="small" onClick={() => dispatch(exportingChanged({ kind: 'idle' }))}>
            Close
          </Button>
        </Callout>
      )}
    </div>
  )
}
