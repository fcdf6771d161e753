import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Provider } from 'react-redux'
import type { ResultOf } from '../electron/contract.ts'
import { PlainDialog } from './components/plain-dialog.tsx'
import type { Desktop } from './home/desktop.ts'
import { Look } from './look.tsx'
import { createDeskStore } from './store/store.ts'
import { ChangeHubContext } from './views/change-hub.ts'
import { HubForm } from './views/sign-in/hub-form.tsx'

interface WhichHubProps {
  readonly desktop: Desktop
  readonly children: ReactNode
}

/** Asks which hub the desk is of where nobody has said yet, and whenever the person wants another. */
export function WhichHub({ desktop, children }: WhichHubProps) {
  const [store] = useState(createDeskStore)
  const [hub, setHub] = useState<ResultOf<'hub'> | null>(null)
  const [isChanging, setChanging] = useState(false)
  const change = useCallback(() => setChanging(true), [])
  useEffect(() => {
    desktop.hub().then(setHub, console.error)
    return desktop.onChosen(action => action === 'hub' && change())
  }, [desktop, change])
  if (!hub) return null
  const styled = (content: ReactNode) => (
    <Provider store={store}>
      <Look>{content}</Look>
    </Provider>
  )
  if (hub.kind === 'none')
    return styled(
      <main className="sign-in">
        <h1>Team Leader Desk</h1>
        <p>The desk works with a hub, which holds the caseload. Say once which one.</p>
        <HubForm desktop={desktop} hub={hub} />
      </main>,
    )
  return (
    <>
      <ChangeHubContext value={change}>{children}</ChangeHubContext>
      {isChanging && styled(<Change desktop={desktop} hub={hub} onClose={() => setChanging(false)} />)}
    </>
  )
}

interface ChangeProps {
  readonly desktop: Desktop
  readonly hub: ResultOf<'hub'>
  readonly onClose: () => void
}

function Change({ desktop, hub, onClose }: ChangeProps) {
  return (
    <PlainDialog title="Change the hub" className="about" onClose={onClose}>
      <p>
        {hub.kind === 'embedded'
          ? 'This is a demonstration, with a hub on this computer.'
          : `The hub is at ${hub.address}.`}
      </p>
      <HubForm desktop={desktop} hub={hub} />
    </PlainDialog>
  )
}
