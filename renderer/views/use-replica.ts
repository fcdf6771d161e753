import { useEffect, useState, useSyncExternalStore } from 'react'
import { londonDate, type PlainDate } from '../../shared/domain/time.ts'
import type { Replica, ReplicaKind } from '../desk/desk.ts'

/** Draws again when one of these kinds changes; a value that goes up with it. */
export function useRevision(replica: Replica, ...kinds: readonly ReplicaKind[]): string {
  return useSyncExternalStore(
    listener => replica.subscribe(listener),
    () => kinds.map(kind => replica.revision(kind)).join(' '),
  )
}

const now = () => new Date().toISOString()
const MINUTE = 60_000

/** The date in London; another one after midnight. */
export function useToday(): PlainDate {
  const [today, setToday] = useState(() => londonDate(now()))
  useEffect(() => {
    const timer = setInterval(() => setToday(londonDate(now())), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return today
}
