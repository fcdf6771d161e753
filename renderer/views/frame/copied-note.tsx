import { Callout } from '../../components/callout.tsx'
import { useDeskState } from '../../store/store.ts'

/** What was copied, where no button says it. */
export function CopiedNote() {
  const { copying } = useDeskState(state => state.copied)
  return (
    <div className="trouble" role="status">
      {copying && (
        <Callout tone={copying.copied ? 'plain' : 'warn'}>
          <strong>{copying.what}:</strong>{' '}
          {copying.copied ? 'copied' : 'not copied. Show the text in the pane, select it and copy it'}.
        </Callout>
      )}
    </div>
  )
}
