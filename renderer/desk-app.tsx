import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Desk } from './desk/desk.ts'
import { createDeskRouter } from './router.tsx'
import { connectionChanged } from './store/connection.ts'
import { useDeskDispatch } from './store/store.ts'
import { DeskContext } from './views/desk-context.ts'
import { SignOutContext } from './views/sign-out.ts'

/** The desk of somebody who is signed in. */
export function DeskApp({
  desk,
  onSignOut,
}: {
  readonly desk: Desk
  readonly onSignOut: () => Promise<void>
}) {
  const dispatch = useDeskDispatch()
  const [router] = useState(createDeskRouter)
  useEffect(() => {
    const mirror = () => dispatch(connectionChanged({ sync: desk.sync(), asOf: desk.asOf() ?? null }))
    mirror()
    return desk.subscribeSync(mirror)
  }, [desk, dispatch])
  return (
    <DeskContext value={desk}>
      <SignOutContext value={onSignOut}>
        <RouterProvider router={router} />
      </SignOutContext>
    </DeskContext>
  )
}
