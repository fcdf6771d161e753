import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'

/** A fault of ours: what happened, what is safe, what to do; never what the fault says, which may name somebody. */
export function Failure({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  useEffect(() => console.error('A view failed.', error), [error])
  return (
    <main className="main">
      <div className="empty">
        <h1>This view does not open</h1>
        <p>
          That is a fault of the desk, not of yours. Try again, or go to another view; if it stays like this,
          start the desk anew: only what is in memory only, as Needs you says, is lost with that.
        </p>
        <div className="toolbar">
          <Button appearance="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => location.reload()}>Start anew</Button>
        </div>
      </div>
    </main>
  )
}
