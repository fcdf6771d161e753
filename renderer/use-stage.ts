import { useEffect, useRef, useState } from 'react'
import { HEALTH } from '../shared/sync/paths.ts'
import type { Desk } from './desk/desk.ts'
import { dropNotice, leaveNotice, readNotice } from './desk/lock-notice.ts'
import type { LockReason } from './desk/lock-watch.ts'
import { isOtherWindow } from './desk/only-window.ts'
import { openDesk } from './desk/open-desk.ts'
import { pageEnvironment } from './desk/page-environment.ts'
import { refusalIn } from './home/answered.ts'
import type { DeskHome, HubTransport, Identity, SignInOffer } from './home/home.ts'

/** Where the desk stands between nobody and somebody's work. */
export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'elsewhere' }
  | ({ readonly kind: 'signed-out' } & SignInOffer)
  | { readonly kind: 'locked' | 'wiped'; readonly waiting: number }
  | { readonly kind: 'leaving' | 'locking' }
  | { readonly kind: 'locked-here'; readonly waiting: number }
  | { readonly kind: 'at-work'; readonly desk: Desk; readonly session: number }

/** The stage, and what leads from one to another. */
export function useStage(home: DeskHome) {
  const [stage, setStage] = useState<Stage>({ kind: 'starting' })
  const underWay = useRef<Promise<void> | null>(null)
  // One at a time, however often it is asked for: a desk that opened twice would be in its own way.
  const signIn = (how: () => Promise<Identity>): Promise<void> => {
    underWay.current ??= cameIn(home, how)
      .then(setStage)
      .finally(() => {
        underWay.current = null
      })
    return underWay.current
  }
  const start = () => {
    setStage({ kind: 'starting' })
    firstStage(home).then(setStage, () => setStage({ kind: 'unreachable' }))
  }
  useEffect(start, [home])
  // In a browser the page itself comes from the hub: without it this one stays, with nothing in it.
  const renew = async () => {
    const isThere = home.kind === 'electron' || (await answers(home.transport))
    if (isThere) location.reload()
    else setStage({ kind: 'locked-here', waiting: readNotice()?.waiting ?? 0 })
  }
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
  return { stage, signIn, start, signOut, lock, renew }
}

async function firstStage(home: DeskHome): Promise<Stage> {
  const found = await home.identity()
  return found.kind === 'signed-in' ? stageOf(home, found.identity) : found
}

async function cameIn(home: DeskHome, signIn: () => Promise<Identity>): Promise<Stage> {
  try {
    return await stageOf(home, await signIn())
  } catch (problem) {
    if (refusalIn(problem) !== 'wiped') throw problem
    return { kind: 'wiped', waiting: await home.outbox.countAll().catch(() => 0) }
  }
}

async function stageOf(home: DeskHome, identity: Identity): Promise<Stage> {
  try {
    const desk = await openDesk(home, identity, pageEnvironment())
    dropNotice()
    return { kind: 'at-work', desk, session: Date.now() }
  } catch (problem) {
    if (!isOtherWindow(problem)) throw problem
    return { kind: 'elsewhere' }
  }
}

const answers = (transport: HubTransport) =>
  transport.request('GET', HEALTH).then(
    ({ status }) => status === 200,
    () => false,
  )
