import { useCallback, useEffect, useLayoutEffect } from 'react'
import type { Desk } from '../desk/desk.ts'
import { keepLooked, keptLooked, lookedAfter } from '../desk/looked.ts'
import { lookedSince } from '../store/looked.ts'
import { useDeskDispatch } from '../store/store.ts'
import { useDesk } from './desk-context.ts'

const MINUTE = 60_000
const now = () => new Date().toISOString()

/** Keeps when the person last had the desk before his eyes, and says since when things are news to him. */
export function useLooked({ identity: { clientId } }: Desk): void {
  const dispatch = useDeskDispatch()
  useLayoutEffect(() => {
    const { since, first } = look(clientId)
    dispatch(lookedSince({ since, first }))
  }, [clientId, dispatch])
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'hidden') return
      const { since, first } = look(clientId)
      dispatch(lookedSince({ since, first }))
    }
    const timer = setInterval(seen, MINUTE)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [clientId, dispatch])
}

function look(clientId: Desk['identity']['clientId']) {
  const looked = lookedAfter(keptLooked(clientId), now())
  keepLooked(clientId, looked)
  return looked
}

/** All of it has been seen: from now on only what comes is news. */
export function useLookFromNow(): () => void {
  const { identity } = useDesk()
  const dispatch = useDeskDispatch()
  return useCallback(() => {
    const since = now()
    keepLooked(identity.clientId, { since, seen: since, first: false })
    dispatch(lookedSince({ since, first: false }))
  }, [identity, dispatch])
}
