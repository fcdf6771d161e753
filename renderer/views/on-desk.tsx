import { Button } from '@fluentui/react-components'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { deskPartsOf, partWords } from '../../shared/queries/desk-part.ts'
import { useReadings } from './desk-context.ts'
import type { ViewId } from './list/list-view.ts'
import { Pane } from './pane.tsx'
import { nameOfView, startOf, viewsFor } from './views.ts'

/** A view, or that it is none of the person's: its address may come from somebody in another role (ACC-1). */
export function OnDesk({ id, children }: { readonly id: ViewId; readonly children: ReactNode }) {
  const readings = useReadings()
  return viewsFor(readings).some(view => view.id === id) ? children : <NotOnDesk id={id} />
}

function NotOnDesk({ id }: { readonly id: ViewId }) {
  const readings = useReadings()
  const { view, index } = readings
  const navigate = useNavigate()
  const start = startOf(readings)
  const roles = deskPartsOf(view.staff, index).map(part => partWords[part])
  return (
    <>
      <main className="main" aria-labelledby="title">
        <div className="title-row">
          <h1 id="title">{nameOfView(id)} is not on your desk</h1>
        </div>
        <div className="empty">
          <p>
            It is for other roles than yours{roles.length > 0 && ` (${roles.join(', ')})`}: there would be
            nothing of yours in it.
          </p>
          {start && (
            <Button appearance="primary" onClick={() => void navigate({ to: `/${start.id}` })}>
              Go to {start.name}
            </Button>
          )}
        </div>
      </main>
      <Pane explanation={{ label: 'Nothing is explained here', shown: false }} />
    </>
  )
}
