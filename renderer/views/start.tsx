import { Navigate } from '@tanstack/react-router'
import { useReadings } from './desk-context.ts'
import { startOf } from './views.ts'

/** The first of a person's views: what he works on. */
export function Start() {
  const first = startOf(useReadings())
  return first ? <Navigate to={`/${first.id}`} replace /> : null
}
