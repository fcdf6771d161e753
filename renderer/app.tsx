import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Provider } from 'react-redux'
import { counted } from '../shared/queries/date-words.ts'
import { HEALTH } from '../shared/sync/paths.ts'
import type { Desk } from './desk/desk.ts'
import { dropNotice, type LockNotice, leaveNotice, readNotice } from './desk/lock-notice.ts'
import type { LockReason } from './desk/lock-watch.ts'
import { isOtherWindow } from './desk/only-window.ts'
import { openDesk } from './desk/open-desk.ts'
import { DeskApp } from './desk-app.tsx'
import type { DeskHome, HubTransport, Identity, SignInOffer } from './home/home.ts'
import { Locking } from './locking.ts'
import { Look } from './look.tsx'
import { createDeskStore } from './store/store.ts'
import { useChangeHub } from './views/change-hub.ts'
import { DesktopContext } from './views/desktop-context.ts'
import { lostWords } from './views/sign-in/lost-words.ts'
import { SignInPage } from './views/sign-in/sign-in-page.tsx'

type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'elsewhere' }
  | ({ readonly kind: 'signed-out' } & SignInOffer)
  | { readonly kind: 'locked' | 'wiped'; readonly waiting: number }
  | { readonly kind: 'leaving' | 'locking' }
  | { readonly kind: 'locked-here'; readonly waiting: number }
  | { readonly kind: 'at-work'; readonly desk: Desk; readonly session: number }

/** From nobody to somebody's desk and back. */
export function App({ home }: { readonly home: DeskHome }) {
  const [stage, setStage] = useState<Stage>({ kind: 'starting' })
  const begin = async (identity: Identity) => {
    try {
      const desk = await openDesk(home, identity)
      dropNotice()
      setStage({ kind: 'at-work', desk, session: Date.now() })
    } catch (problem) {
      if (!isOtherWindow(problem)) throw problem
      setStage({ kind: 'elsewhere' })
    }
  }
  const start = () => {
    setStage({ kind: 'starting' })
    home
      .identity()
      .then(found => {
        if (found.kind === 'signed-in') return begin(found.identity)
        return setStage(found)
      })
      .catch(() => setStage({ kind: 'unreachable' }))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the home the desk stands on.
  useEffect(start, [home])
  // The document itself goes, with all that it held.
  const signOut = async (desk: Desk) => {
    leaveNotice({ why: 'left', ...(await desk.signOut()) })
    setStage({ kind: 'leaving' })
    await renew()
  }
  // The same; the screen is cleared at once, before what was begun is written.
  const lock = async (desk: Desk, why: LockReason) => {
    setStage({ kind: 'locking' })
    leaveNotice({ why, ...(await desk.lock()) })
    await renew()
  }
  // In a browser the page itself comes from the hub: without it this one stays, with nothing in it.
  const renew = async () => {
    const isThere = home.kind === 'electron' || (await answers(home.transport))
    if (isThere) location.reload()
    else setStage({ kind: 'locked-here', waiting: readNotice()?.waiting ?? 0 })
  }
  switch (stage.kind) {
    case 'at-work':
      return (
        <Styled key={stage.session}>
          <DesktopContext value={home.desktop}>
            <DeskApp desk={stage.desk} onSignOut={() => signOut(stage.desk)} />
          </DesktopContext>
          <Locking home={home} desk={stage.desk} onLock={why => void lock(stage.desk, why)} />
        </Styled>
      )
    case 'signed-out':
      return (
        <Styled>
          <SignInPage
            transport={home.transport}
            demo={stage.demo}
            provider={stage.provider}
            left={readNotice()}
            onProvider={async () => begin(await home.signInWithProvider())}
            onChoose={async ({ staffNumber }) => begin(await home.signIn(staffNumber))}
          />
        </Styled>
      )
    case 'starting':
      return <Notice title="Opening the desk" text="One moment." />
    case 'leaving':
      return <Notice title="Signing out" text="One moment." />
    case 'locking':
      return <Notice title="Locking the desk" text="What you did is being kept, sealed." />
    case 'wiped':
      return (
        <Notice
          title="This device keeps nothing any more"
          text={`Whoever runs the hub has had it wiped: nothing of the caseload is on it. ${stage.waiting > 0 ? `${counted(stage.waiting, 'change waits', 'changes wait')} on it, sealed: nobody can read ${stage.waiting === 1 ? 'it' : 'them'}. Ask service management to allow the device again, and sign in to send ${stage.waiting === 1 ? 'it' : 'them'}.` : 'Ask service management if that is not right.'}`}
          onRetry={start}
        />
      )
    case 'locked-here':
    case 'locked':
      return (
        <Notice
          title={
            stage.kind === 'locked'
              ? 'The hub cannot be reached'
              : 'The desk is locked, and the hub cannot be reached'
          }
          text={`In a browser the hub holds the key to what is kept on this device. ${leftHere({ waiting: stage.waiting, lost: readNotice()?.lost ?? [] })} What waits is sent once the hub answers and you are signed in.`}
          onRetry={stage.kind === 'locked' ? start : renew}
        />
      )
    case 'unreachable':
      return (
        <Notice
          title="The hub cannot be reached"
          text={`${leftHere(readNotice())} Check the network, then try again.`}
          onRetry={start}
          offersHub
        />
      )
    case 'elsewhere':
      return (
        <Notice
          title="The desk is open in another window"
          text="One window works with your caseload at a time. Go on there, or close that window and try again here."
          onRetry={start}
        />
      )
  }
}

function leftHere(left: Pick<LockNotice, 'waiting' | 'lost'> | null): string {
  const waiting = left?.waiting
    ? `${counted(left.waiting, 'change waits', 'changes wait')} here, sealed. `
    : ''
  return waiting + (left?.lost.length ? lostWords(left.lost) : 'Nothing is lost.')
}

const answers = (transport: HubTransport) =>
  transport.request('GET', HEALTH).then(
    ({ status }) => status === 200,
    () => false,
  )

function Styled({ children }: { readonly children: React.ReactNode }) {
  const [store] = useState(createDeskStore)
  return (
    <Provider store={store}>
      <Look>{children}</Look>
    </Provider>
  )
}

interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly onRetry?: () => unknown
  /** It may be the wrong hub. */
  readonly offersHub?: boolean
}

function Notice({ title, text, onRetry, offersHub = false }: NoticeProps) {
  const changeHub = useChangeHub()
  return (
    <Styled>
      <main className="sign-in">
        <h1>{title}</h1>
        <p role="status">{text}</p>
        {onRetry && (
          <Button autoFocus onClick={() => void onRetry()}>
            Try again
          </Button>
        )}
        {offersHub && changeHub && <Button onClick={changeHub}>Change the hub</Button>}
      </main>
    </Styled>
  )
}
