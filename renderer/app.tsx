import { useState } from 'react'
import { Provider } from 'react-redux'
import { readNotice } from './desk/lock-notice.ts'
import { DeskApp } from './desk-app.tsx'
import type { DeskHome } from './home/home.ts'
import { Locking } from './locking.ts'
import { Look } from './look.tsx'
import { StageNotice } from './stage-notice.tsx'
import { createDeskStore } from './store/store.ts'
import { useStage } from './use-stage.ts'
import { DesktopContext } from './views/desktop-context.ts'
import { SignInPage } from './views/sign-in/sign-in-page.tsx'

/** From nobody to somebody's desk and back. */
export function App({ home }: { readonly home: DeskHome }) {
  const { stage, signIn, start, signOut, lock, renew } = useStage(home)
  if (stage.kind === 'at-work')
    return (
      <Styled key={stage.session}>
        <DesktopContext value={home.desktop}>
          <DeskApp desk={stage.desk} onSignOut={() => signOut(stage.desk)} />
        </DesktopContext>
        <Locking home={home} desk={stage.desk} onLock={why => void lock(stage.desk, why)} />
      </Styled>
    )
  return (
    <Styled key={stage.kind === 'signed-out' ? 'sign-in' : 'notice'}>
      {stage.kind === 'signed-out' ? (
        <SignInPage
          transport={home.transport}
          demo={stage.demo}
          provider={stage.provider}
          inOwnBrowser={home.kind === 'electron'}
          left={readNotice()}
          onProvider={() => signIn(home.signInWithProvider)}
          onGiveUp={home.giveUpSignIn}
          onChoose={({ staffNumber }) => signIn(() => home.signIn(staffNumber))}
        />
      ) : (
        <StageNotice stage={stage} onStart={start} onRenew={renew} />
      )}
    </Styled>
  )
}

function Styled({ children }: { readonly children: React.ReactNode }) {
  const [store] = useState(createDeskStore)
  return (
    <Provider store={store}>
      <Look>{children}</Look>
    </Provider>
  )
}
