import { Callout } from '../../components/callout.tsx'
import type { Action } from '../../keyboard/action.ts'

/** Why what a key asked for cannot be done; until the next key. */
export function RefusedNote({ action }: { readonly action: Action | null }) {
  return (
    <div className="trouble" role="status">
      {action && (
        <Callout tone="warn">
          <strong>{action.name}:</strong> {action.whyNot}
        </Callout>
      )}
    </div>
  )
}
