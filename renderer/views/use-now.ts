import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/domain/time.ts'

const MINUTE = 60_000
const present = () => new Date().toISOString()

/** The time, a new one every minute: for clocks of hours. */
export function useNow(): Instant {
  const [now, setNow] = useState(present)
  useEffect(() => {
    const timer = setInterval(() => setNow(present()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
